// A frame as text. It stands alone, as the build writes one, too (build/oembed.ts).

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

export function frameOf(link: string, title: string, height: number): string {
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0; border-radius: 12px" loading="lazy"></iframe>`;
}
