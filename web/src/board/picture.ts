// The board as a picture that stands by itself, for a worksheet or a page: the drawing as it is on the page, with the
// styles that it has there written into it.

/** What a drawing can be given by a stylesheet. */
const PROPERTIES = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap"],
  ...["stroke-linejoin", "opacity", "paint-order", "font-family", "font-size", "font-weight", "font-style"],
  ...["letter-spacing", "text-anchor", "dominant-baseline", "text-decoration", "visibility"],
];

/** What System 1 feels belongs to the moment, not to the puzzle; what is hidden on the page is for the page alone. */
const isPart = (element: Element, style: CSSStyleDeclaration): boolean =>
  style.display !== "none" && !element.matches(".dial");

function copied(element: Element): Element | null {
  const style = getComputedStyle(element);
  if (!isPart(element, style)) return null;
  const copy = element.cloneNode(false) as Element;
  for (const name of ["class", "style", "tabindex", "role", ...ariaOf(element)]) copy.removeAttribute(name);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== "") copy.setAttribute(property, value);
  }
  if (style.transform !== "none" && style.transform !== "" && !element.hasAttribute("transform")) {
    copy.setAttribute("style", `transform: ${style.transform}; transform-origin: ${style.transformOrigin}`);
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) {
      const inner = copied(child);
      if (inner) copy.append(inner);
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}

const ariaOf = (element: Element): string[] => element.getAttributeNames().filter((name) => name.startsWith("aria-"));

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** `ground`: the colour behind it. */
export function pictureOf(drawing: SVGSVGElement, ground: string): Picture {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = copied(drawing) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  const [x = "0", y = "0", wide = "0", high = "0"] = (drawing.getAttribute("viewBox") ?? "").split(/[\s,]+/);
  const back = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x, y, width: wide, height: high, fill: ground })) {
    back.setAttribute(name, value);
  }
  copy.prepend(back);
  return { svg: new XMLSerializer().serializeToString(copy), width, height };
}

/** In dots; rejects where the browser does not draw pictures. */
export async function dotsOf({ svg, width, height }: Picture, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
