import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { readingLimits } from "./reading-limits.ts";
import type { TextSink } from "./text-sink.ts";
import { Unreadable } from "./unreadable.ts";
import type { FileSource } from "./zip-parts.ts";

/** Tables and fonts the library reads Chinese PDFs with that embed neither. */
const folder = (name: string) => fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")));

/** Reads the pages of a PDF, its notes, the values of its forms, and its properties. */
export async function readPdf(source: FileSource, sink: TextSink): Promise<void> {
  const data = new Uint8Array(typeof source === "string" ? await readFile(source) : source);
  const task = getDocument({
    data,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    await readPages(await task.promise, sink);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(error instanceof PasswordException ? "encrypted" : "broken", { cause: error });
  } finally {
    await task.destroy();
  }
}

async function readPages(document: PDFDocumentProxy, sink: TextSink): Promise<void> {
  const { info } = await document.getMetadata();
  for (const value of Object.values(info)) {
    if (typeof value === "string") sink.line(value, { at: "properties" });
  }
  for (let no = 1; no <= document.numPages; no += 1) {
    if (no > readingLimits.pagesMax) throw new Unreadable("tooLong");
    const page = await document.getPage(no);
    const hasText = await readPage(page, no, sink);
    if (!hasText) sink.skipped("noText");
    page.cleanup();
  }
}

async function readPage(page: PDFPageProxy, no: number, sink: TextSink): Promise<boolean> {
  const place = { at: "page", no } as const;
  const { items } = await page.getTextContent();
  let [line, hasText, flows] = ["", false, false];
  const end = () => {
    if (line.trim() === "") return;
    sink.line(line, place, flows);
    [line, hasText, flows] = ["", true, true];
  };
  for (const item of items) {
    if (!("str" in item)) continue;
    line += item.str;
    if (item.hasEOL) end();
  }
  end();
  for (const text of await notesOf(page)) sink.line(text, place);
  return hasText;
}

async function notesOf(page: PDFPageProxy): Promise<string[]> {
  // The library doesn't say what a note is; each of these fields is looked at before it is used.
  const notes = (await page.getAnnotations()) as Record<string, unknown>[];
  return notes.flatMap(({ contentsObj, fieldValue, unsafeUrl }) => {
    const contents =
      typeof contentsObj === "object" && contentsObj !== null && "str" in contentsObj ? contentsObj.str : "";
    const link =
      typeof unsafeUrl === "string" && /^(?:tel|mailto):/iu.test(unsafeUrl) ? unsafeUrl.replace(/^\w+:/u, "") : "";
    return [contents, fieldValue, link].filter((text): text is string => typeof text === "string" && text !== "");
  });
}
