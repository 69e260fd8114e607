import { once } from "node:events";
import { access, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { objectionFileBytesMax } from "@zhibu/domain/publicity/objection-inputs";
import { type ObjectionForm, withObjectionForm } from "./objection-form.ts";
import { serve } from "./testing/serve.ts";

/** A server that reads one form, and what it made of it. */
async function formServer() {
  const { promise, resolve, reject } = Promise.withResolvers<{ form: ObjectionForm | null; path: string | null }>();
  const { port } = await serve((request, response) => {
    void withObjectionForm(request, async (form) => {
      const path = typeof form?.file === "object" && form.file ? form.file.path : null;
      if (path !== null) await readFile(path);
      return { form, path };
    }).then((made) => {
      response.end();
      resolve(made);
    }, reject);
  });
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  // Whoever is cut off is told so by the system.
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return { socket, made: promise };
}

const head = (bytes: number) =>
  `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: ${bytes}\r\n\r\n`;
const opening = `--x\r\ncontent-disposition: form-data; name="file"; filename="材料.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;

test("a file that comes in many pieces is one file, gone when the work is done", async () => {
  const { socket, made } = await formServer();
  const pieces = [opening, "一", "二", "三", "\r\n--x--\r\n"];
  socket.write(head(Buffer.byteLength(pieces.join(""))));
  for (const piece of pieces) socket.write(piece);
  const { form, path } = await made;
  expect(form?.file).toMatchObject({ name: "材料.pdf" });
  await expect(access(path ?? "")).rejects.toThrow("ENOENT");
});

test("a sender who hangs up in the middle of a file leaves nobody waiting", async () => {
  const { socket, made } = await formServer();
  socket.write(`${head(1_000_000)}${opening}${"x".repeat(10_000)}`, () => socket.destroy());
  expect(await made).toEqual({ form: null, path: null });
});

test("a form without end is cut off", async () => {
  const { socket, made } = await formServer();
  const much = Buffer.alloc(1024 * 1024, "x");
  socket.write(`${head(100 * objectionFileBytesMax)}${opening}`);
  const isCut = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  for (let sent = 0; !socket.destroyed && sent < 10 * objectionFileBytesMax; sent += much.length)
    await new Promise<void>((resolve) => socket.write(much, () => resolve()));
  expect(await made).toEqual({ form: null, path: null });
  await isCut;
});
