import { access, readFile } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { objectionFileBytesMax } from "@zhibu/domain/publicity/objection-inputs";
import { objectionDoor, type ObjectionDoorParts } from "./objection-door.ts";
import { readerServer, silentLog } from "./testing/reader-server.ts";
import { ask } from "./testing/serve.ts";
import { tenantId } from "./testing/sites.ts";

async function objectionServer() {
  const receive = vi.fn<ObjectionDoorParts["receive"]>(() => Promise.resolve({ receipt: "ABCDEFGH2345" }));
  const admits = vi.fn<ObjectionDoorParts["admits"]>(() => Promise.resolve(true));
  const door = objectionDoor({
    receive,
    admits,
    clientAddress: () => "192.0.2.1",
    headers: [],
    log: silentLog,
  });
  const server = await readerServer({ formDoors: [door] });
  const send = (
    fields: Record<string, string>,
    headers: Record<string, string> = {},
    path = "/g/7/objections",
    raw?: string,
  ) =>
    ask(server.port, "jichu.localhost", path, {
      method: "POST",
      headers: {
        "content-type": raw === undefined ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=x",
        ...headers,
      },
      body: raw ?? new URLSearchParams(fields).toString(),
    });
  /** As a browser sends a form with a file input; `name` as the browser writes it into the header. */
  const sendFile = (fields: Record<string, string>, content: string | null, name = "证明 材料.pdf") => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set("file", new File(content === null ? [] : [content], content === null ? "" : name));
    return askWithForm(server.port, form);
  };
  return { ...server, receive, admits, send, sendFile };
}

/** One form with a boundary of the platform's own making. */
async function askWithForm(port: number, form: FormData) {
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer()).toString("utf8");
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  return ask(port, "jichu.localhost", "/g/7/objections", { method: "POST", headers, body });
}

const text = "名单中有一人不符合条件，请核实。";

test("an objection is taken and its sender led to the receipt; no cookie, nothing kept", async () => {
  const { send, receive } = await objectionServer();
  const answer = await send({ text, name: "", contact: "" }, { origin: "http://jichu.localhost" });
  expect(answer).toMatchObject({
    status: 303,
    headers: { location: "/g/receipt?number=ABCDEFGH2345", "cache-control": "no-store" },
  });
  expect(answer.headers["set-cookie"]).toBeUndefined();
  expect(receive).toHaveBeenCalledWith(tenantId, 7, { text, name: "", contact: "" }, null);
});

test.each([
  ["too few words", { text: "不同意" }, "incomplete"],
  ["a name without a way to answer", { text, name: "张实名", contact: "" }, "incomplete"],
  ["a program in the trap", { text, website: "https://example.com" }, "incomplete"],
  ["more than a form holds", { text: "字".repeat(12_000) }, "incomplete"],
] as const)("%s is led to why", async (_what, fields, why) => {
  const { send, receive } = await objectionServer();
  expect((await send(fields)).headers["location"]).toBe(`/g/7/refused?why=${why}`);
  expect(receive).not.toHaveBeenCalled();
});

test("a list that is over, a database that is away and a flood are told apart", async () => {
  const { send, receive, admits } = await objectionServer();
  receive.mockRejectedValueOnce(new AppError("NOT_FOUND", "objection.notRunning"));
  expect((await send({ text })).headers["location"]).toContain("notRunning");
  receive.mockRejectedValueOnce(new AppError("UNAVAILABLE", "databaseAway"));
  expect((await send({ text })).headers["location"]).toContain("unavailable");
  admits.mockResolvedValueOnce(false);
  expect((await send({ text })).headers["location"]).toContain("tooMany");
  expect(receive).toHaveBeenCalledTimes(2);
});

test("another site's page, another form and another kind of body are turned away before they are read", async () => {
  const { send, admits, port } = await objectionServer();
  expect((await send({ text }, { origin: "http://evil.example" })).status).toBe(400);
  expect((await send({ text }, { "sec-fetch-site": "cross-site" })).status).toBe(400);
  expect((await send({ text }, { "content-type": "text/plain" })).status).toBe(400);
  expect((await send({ text }, {}, "/g/7")).status).toBe(405);
  expect((await send({ text }, {}, "/g/0/objections")).status).toBe(405);
  expect((await ask(port, "localhost", "/g/7/objections", { method: "POST" })).status).toBe(405);
  expect(admits).not.toHaveBeenCalled();
});

describe("a form with a file", () => {
  test("hands over words and file, which is gone afterwards", async () => {
    const { sendFile, receive } = await objectionServer();
    const seen: unknown[] = [];
    let kept = "";
    receive.mockImplementationOnce(async (_tenant, _no, input, file) => {
      if (!file) throw new Error("no file came");
      kept = file.path;
      seen.push(input, file.name, await readFile(file.path, "utf8"));
      return { receipt: "ABCDEFGH2345" };
    });
    expect((await sendFile({ text, name: "", contact: "" }, "内容")).headers["location"]).toContain("/g/receipt");
    expect(seen).toEqual([{ text, name: "", contact: "" }, "证明 材料.pdf", "内容"]);
    await expect(access(kept)).rejects.toThrow("ENOENT");
  });

  test("whose file was left empty is an objection without one", async () => {
    const { sendFile, receive } = await objectionServer();
    await sendFile({ text }, null);
    expect(receive).toHaveBeenCalledWith(tenantId, 7, { text, name: "", contact: "" }, null);
  });

  test("of ten megabytes is taken, and of one byte more refused whatever comes after", async () => {
    const { sendFile, receive } = await objectionServer();
    await sendFile({ text }, "x".repeat(objectionFileBytesMax));
    expect(receive).toHaveBeenCalledTimes(1);
    expect(receive.mock.calls[0]?.[3]).toMatchObject({ name: "证明 材料.pdf" });
    const answer = await sendFile({ text }, "x".repeat(objectionFileBytesMax + 1));
    expect(answer.headers["location"]).toBe("/g/7/refused?why=fileTooLarge");
    expect(receive).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["INVALID", "media.typeRefused", "fileRefused"],
    ["INVALID", "media.infected", "fileInfected"],
    ["UNAVAILABLE", "media.scannerAway", "unavailable"],
  ] as const)("that is refused as %s %s is led to why", async (code, reason, why) => {
    const { sendFile, receive } = await objectionServer();
    receive.mockRejectedValueOnce(new AppError(code, reason));
    expect((await sendFile({ text }, "x")).headers["location"]).toBe(`/g/7/refused?why=${why}`);
  });

  test("that breaks off, brings two files or is none, leaves nothing and takes nothing", async () => {
    const { send, receive } = await objectionServer();
    const part = (name: string) =>
      `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\nabc\r\n`;
    const words = `--x\r\ncontent-disposition: form-data; name="text"\r\n\r\n${text}\r\n`;
    const unnamed =
      '--x\r\ncontent-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream\r\n\r\nabc';
    const sent = async (body: string) => (await send({}, {}, "/g/7/objections", body)).headers["location"];
    expect(await sent(words + part("a.pdf"))).toContain("incomplete");
    expect(await sent(`${words}${part("a.pdf")}${part("b.pdf")}--x--\r\n`)).toContain("incomplete");
    expect(await sent(words + unnamed)).toContain("incomplete");
    expect(await sent("nothing of the kind")).toContain("incomplete");
    expect(receive).not.toHaveBeenCalled();
  });
});
