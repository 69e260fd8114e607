import { hasText, lineTags } from "./html-document.ts";

/** A picture met in a paste: the bytes where they came along, otherwise the author must insert the file by hand. */
export type PastedPicture = { readonly slotId: string; readonly file: File | null };

/** Smaller pictures are spacers and counters of web pages. */
const pixelsMin = 3;

const extensions: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
};

/**
 * Puts a slot where each picture stood. A page may not read `file:///` and other sites' pictures; `recovered` holds what the
 * clipboard's second format carried of them, in the order of the document's pictures, or is empty.
 */
export function slotPictures(document: Document, recovered: readonly (Blob | null)[]): PastedPicture[] {
  const images = [...document.querySelectorAll("img")].filter((image) => {
    const isSpacer = ["width", "height"].some((side) => Number(image.getAttribute(side) ?? pixelsMin) < pixelsMin);
    if (isSpacer) image.remove();
    return !isSpacer;
  });
  const local = images.filter(isLocal);
  return images.map((image, index) => {
    const rtf = local.length === recovered.length ? (recovered[local.indexOf(image)] ?? null) : null;
    const blob = blobOfDataAddress(image.getAttribute("src") ?? "") ?? rtf;
    const slot = document.createElement("figure");
    const slotId = crypto.randomUUID();
    slot.dataset["pictureSlot"] = slotId;
    place(image, slot);
    return { slotId, file: blob === null ? null : asFile(blob, index + 1) };
  });
}

/** Office's own temporary files; nothing a page could fetch. */
function isLocal(image: Element): boolean {
  return /^file:/i.test(image.getAttribute("src") ?? "");
}

/** A slot is a block: it stands before or after the line its picture stood in, never inside. */
function place(image: Element, slot: Element): void {
  const line = image.closest(`${lineTags}, a`)?.closest(lineTags) ?? null;
  if (line === null) {
    image.replaceWith(slot);
    return;
  }
  const range = image.ownerDocument.createRange();
  range.setStart(line, 0);
  range.setEndBefore(image);
  const isAfterText = /[^\s\u00a0\u3000]/u.test(range.toString());
  image.remove();
  if (isAfterText && hasText(line)) line.after(slot);
  else line.before(slot);
}

function blobOfDataAddress(address: string): Blob | null {
  const match = /^data:(image\/(?:png|jpeg|gif|webp));base64,(.+)$/is.exec(address);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(match[2].replaceAll(/\s/g, "")), (character) => character.charCodeAt(0));
    return new Blob([bytes], { type: match[1].toLowerCase() });
  } catch {
    return null;
  }
}

function asFile(blob: Blob, number: number): File {
  return new File([blob], `paste-${number}.${extensions[blob.type] ?? "png"}`, { type: blob.type });
}
