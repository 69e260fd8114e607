const picture = /\\pict(?![a-z])/g;
const formats = [
  { word: /\\pngblip(?![a-z])/, type: "image/png" },
  { word: /\\jpegblip(?![a-z])/, type: "image/jpeg" },
] as const;

/** More than a clipboard holds on purpose. */
const rtfCharsMax = 60_000_000;

/**
 * The pictures inside an RTF text, in order; null for one in a format browsers don't show (WMF, EMF).
 * Word and WPS put RTF with the bytes beside HTML that only names `file:///…`.
 */
export function rtfPictures(rtf: string): (Blob | null)[] {
  if (!rtf.startsWith("{\\rtf") || rtf.length > rtfCharsMax) return [];
  const found: (Blob | null)[] = [];
  for (const { index } of rtf.matchAll(picture)) {
    // The second copy of each picture, for readers of the nineties.
    if (rtf.slice(Math.max(0, index - 16), index).includes("\\nonshppict")) continue;
    found.push(blobOf(groupFrom(rtf, index)));
  }
  return found;
}

/** The rest of the group that `\pict` stands in, without the groups inside it. */
function groupFrom(rtf: string, start: number): string {
  const braces = /[{}]/g;
  braces.lastIndex = start;
  let depth = 0;
  let text = "";
  let from = start;
  for (let brace = braces.exec(rtf); brace !== null && depth >= 0; brace = braces.exec(rtf)) {
    if (depth === 0) text += rtf.slice(from, brace.index);
    depth += brace[0] === "{" ? 1 : -1;
    from = brace.index + 1;
  }
  return text;
}

function blobOf(group: string): Blob | null {
  const format = formats.find(({ word }) => word.test(group));
  if (format === undefined) return null;
  const hex = group.replaceAll(/\\[a-z]+-?\d* ?|\s/gi, "");
  if (hex === "" || hex.length % 2 !== 0 || /[^\da-f]/i.test(hex)) return null;
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
  return new Blob([bytes], { type: format.type });
}
