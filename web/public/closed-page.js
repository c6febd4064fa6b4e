/* global self, document, location */
// In a frame without an origin (`sandbox="allow-scripts"` alone) a plain host gives the guide and a lesson none of
// their modules. They then say so, with the way out, in both languages: the catalogues cannot be fetched either.
if (self.origin === "null") {
  const told = document.createElement("p");
  told.textContent =
    "This page needs a frame that may keep its own origin (allow-same-origin). — 이 페이지는 자기 출처를 쓸 수 있는 틀(allow-same-origin)에서만 움직입니다. ";
  const link = document.createElement("a");
  Object.assign(link, { href: location.href, target: "_blank", rel: "noopener", textContent: location.href });
  told.append(link);
  document.body.append(told);
}
