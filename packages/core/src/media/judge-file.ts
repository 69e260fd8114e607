import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { fileFormats, formatOfSuffix } from "@zhibu/domain/media/file-formats";
import { cleanFileName, readFileName, storedFileName } from "@zhibu/domain/media/file-name";
import { inspectUpload } from "./inspect-upload.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { preparePicture } from "./prepare-picture.ts";

/** A file that may be kept: what it is, and what is kept of it. */
export type JudgedFile = { name: string; mime: string; content: Buffer };

/** Judging takes memory: one file at a time, whoever sent it. */
const judge = oneAtATime();

/**
 * Judges a received file that goes into no library, by the rules of uploads: by its content, scanned. A picture is drawn
 * anew as JPEG, so that neither place nor telephone of whoever took it comes along.
 * @throws AppError INVALID with the reason; UNAVAILABLE when the scanner does not answer.
 */
export function judgeFile(path: string, claimedName: string): Promise<JudgedFile> {
  return judge(async () => {
    const suffix = cleanFileName(claimedName).split(".").at(-1)?.toLowerCase() ?? "";
    const claimedFormat = formatOfSuffix(suffix);
    const claimed = readFileName(claimedName, claimedFormat === null ? "attachment" : fileFormats[claimedFormat].kind);
    const { format, name } = await inspectUpload(path, claimed);
    const { kind, mime } = fileFormats[format];
    if (kind === "attachment") return { name, mime, content: await readFile(path) };
    const widest = (await preparePicture(path)).files.at(-1);
    if (!widest) throw new Error("a picture without a file");
    const content = await sharp(widest.content).flatten({ background: "white" }).jpeg({ quality: 88 }).toBuffer();
    return { name: storedFileName(claimed, "jpeg"), mime: fileFormats.jpeg.mime, content };
  });
}
