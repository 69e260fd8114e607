import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { objectionFileBytesMax } from "@zhibu/domain/publicity/objection-inputs";

/** The form as it was sent: its fields as they are, its file on the local disk. */
export type ObjectionForm = {
  field: (name: string) => string;
  /** `tooLarge` and `noRoom` (on this disk) for a file of which nothing was kept; `null` without one. */
  file: { path: string; name: string } | "tooLarge" | "noRoom" | null;
};

/** The form's field for the file. */
const fileField = "file";

/** Two thousand characters, each up to nine bytes in a form without a file. */
const fieldBytesMax = 32 * 1024;

/** So much is read, and thrown away, of a form that is too large, so that its sender sees why. Then the line is cut. */
const bodyBytesMax = 4 * objectionFileBytesMax;

const limits = {
  fieldNameSize: 100,
  fieldSize: fieldBytesMax,
  fields: 10,
  files: 1,
  parts: 12,
  fileSize: objectionFileBytesMax,
  headerPairs: 20,
  headerSize: 4 * 1024,
} as const;

/**
 * Reads a form in one stream, with or without a file, and hands it to `work`; the file is gone afterwards, whatever happens.
 * `null` to `work` for a form that breaks off, breaks a limit or is none.
 */
export async function withObjectionForm<T>(
  request: IncomingMessage,
  work: (form: ObjectionForm | null) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-objection-"));
  try {
    return await work(await readForm(request, path.join(folder, "file")).catch(() => null));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readForm(request: IncomingMessage, filePath: string): Promise<ObjectionForm | null> {
  const fields = new Map<string, string>();
  const files: { content: BusboyFileStream; kept: Promise<ObjectionForm["file"]> }[] = [];
  let isBroken = false;
  // The door let in nothing without a content type.
  const parser = new Busboy({ headers: request.headers as BusboyHeaders, limits });
  parser.on("field", (name, value, isNameCut, isValueCut) => {
    if (isNameCut || isValueCut) isBroken = true;
    fields.set(name, value);
  });
  parser.on("file", (field, content, name) => {
    // A form that breaks off says so on its file, too: unheard, it would end the process.
    content.on("error", () => undefined);
    // A form whose file was left empty sends a part without a name.
    if (field !== fileField || !name) content.resume();
    else files.push({ content, kept: keep(content, filePath, name) });
  });
  for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) parser.on(limit, () => (isBroken = true));
  try {
    await readThrough(request, parser);
  } finally {
    // Nothing to a file that came whole; one that broke off comes to an end.
    for (const { content } of files) if (!content.readableEnded) content.destroy();
    await Promise.all(files.map(({ kept }) => kept));
  }
  const [file] = files;
  return isBroken ? null : { field: (name) => fields.get(name) ?? "", file: file ? await file.kept : null };
}

/** What came of a file: of one that is too large, or has no room here, the rest is let by. Never rejects. */
function keep(content: BusboyFileStream, filePath: string, name: string): Promise<ObjectionForm["file"]> {
  const { promise, resolve } = Promise.withResolvers<ObjectionForm["file"]>();
  const sink = createWriteStream(filePath, { mode: 0o600 });
  const breakOff = () => {
    if (!content.readableEnded) sink.destroy();
  };
  content.on("error", breakOff).on("close", breakOff);
  sink.on("finish", () => resolve(content.truncated ? "tooLarge" : { path: filePath, name }));
  sink.on("error", () => {
    resolve("noRoom");
    content.resume();
  });
  sink.on("close", () => resolve(null));
  content.pipe(sink);
  return promise;
}

/** Like a pipeline that leaves the request open, for it still has to be answered. */
function readThrough(request: IncomingMessage, parser: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    function fail(error: Error): void {
      request.unpipe(parser);
      request.resume();
      parser.destroy();
      reject(error);
    }
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bodyBytesMax) request.destroy(new Error("a form without end"));
    });
    // Whoever hung up before this point is announced no more.
    if (request.destroyed) return fail(new Error("the form broke off"));
    request.once("error", fail);
    request.once("close", () => {
      if (!request.complete) fail(new Error("the form broke off"));
    });
    parser.once("error", (error: Error) => fail(error));
    parser.once("finish", resolve);
    request.pipe(parser);
  });
}
