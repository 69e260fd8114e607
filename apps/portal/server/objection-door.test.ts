import { expect, test, vi } from "vitest";
import { AppError } from "@zhibu/domain/kernel/app-error";
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
  const send = (fields: Record<string, string>, headers: Record<string, string> = {}, path = "/g/7/objections") =>
    ask(server.port, "jichu.localhost", path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  return { ...server, receive, admits, send };
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
  expect(receive).toHaveBeenCalledWith(tenantId, 7, { text, name: "", contact: "" });
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
  expect((await send({ text }, { "content-type": "multipart/form-data; boundary=x" })).status).toBe(400);
  expect((await send({ text }, {}, "/g/7")).status).toBe(405);
  expect((await send({ text }, {}, "/g/0/objections")).status).toBe(405);
  expect((await ask(port, "localhost", "/g/7/objections", { method: "POST" })).status).toBe(405);
  expect(admits).not.toHaveBeenCalled();
});
