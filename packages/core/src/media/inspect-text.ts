import { AppError } from "@zhibu/domain/kernel/app-error";

/** The encodings Chinese text arrives in; the second covers GBK and GB2312. */
const encodings = ["utf-8", "gb18030"] as const;

function decode(file: Buffer): string | null {
  const mark = file.toString("hex", 0, 2);
  const candidates = mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : encodings;
  for (const encoding of candidates) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** Whether the bytes are text in one of the known encodings, without control characters. */
export function isPlainText(file: Buffer): boolean {
  const text = decode(file);
  return text !== null && !/[^\P{Cc}\t\n\f\r]/u.test(text);
}

/** @throws AppError INVALID for what a browser or a shell would run. */
export function refuseMarkup(file: Buffer): void {
  const start = (decode(file.subarray(0, 4_096)) ?? file.toString("latin1", 0, 4_096)).trimStart().toLowerCase();
  if (/^<[!?%a-z]/u.test(start) || /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml)\b/u.test(start)) {
    throw new AppError("INVALID", "media.markup");
  }
  if (start.startsWith("#!")) throw new AppError("INVALID", "media.typeRefused", { suffix: "sh" });
}
