import { expect } from "@playwright/test";
import { addArticle, addColumn } from "@zhibu/db/testing/published-fixtures";
import { sharedPort } from "../../fixtures/hosts.ts";
import { converse, type Conversation, type RawAnswer } from "../../fixtures/raw-http.ts";
import { readFrom } from "../../fixtures/read-from.ts";
import { openBranch } from "../../fixtures/scratch-branch.ts";
import { test } from "../../fixtures/test.ts";

/** Three ready pages, told apart by their titles; what comes back on a connection is named after them. */
const titles = ["甲页", "乙页", "丙页"] as const;

let port: number;
let host: string;
/** Paths of 甲, 乙 and 丙. */
let a: string;
let b: string;
let c: string;

test.beforeAll(async () => {
  port = sharedPort();
  const branch = await openBranch();
  host = `${branch.slug}.localhost`;
  // Columns of their own, so that no page names another as its neighbour.
  const paths: string[] = [];
  for (const title of titles) paths.push(`/a/${(await addArticle(branch, await addColumn(branch), { title })).no}`);
  [a = "", b = "", c = ""] = paths;
  for (const path of paths) expect((await readFrom(port, host, path)).status).toBe(200);
});

function request(path: string, headers: readonly string[] = [], method = "GET"): string {
  return [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...headers, "", ""].join("\r\n");
}

const last = "Connection: close";

/** An answer in one word: the page it is, or its status. */
function nameOf({ status, body }: RawAnswer): string {
  const title = /<title>([^<]*)<\/title>/u.exec(body)?.[1] ?? "";
  return titles.find((each) => status === 200 && title.startsWith(each)) ?? String(status);
}

function names({ answers, rest }: Conversation): string[] {
  expect(rest, "bytes that are no answer").toBe("");
  return answers.map(nameOf);
}

const say = async (...pieces: (string | Buffer)[]) => names(await converse(port, pieces));

test("requests in one piece are answered one by one, in their order", async () => {
  expect(await say(request(a) + request(b) + request(c, [last]))).toEqual([...titles]);
  expect(await say(Array.from({ length: 50 }, () => request(b)).join("") + request(a, [last]))).toEqual([
    ...Array.from({ length: 50 }, () => "乙页"),
    "甲页",
  ]);
});

test("requests that follow each other without waiting keep their order, ready or not", async () => {
  const column = await say(request(a), request("/c/news"), request(b), request("/c/education"), request(c, [last]));
  expect(column).toEqual(["甲页", "200", "乙页", "200", "丙页"]);
});

test("a request that arrives byte by byte is the same request", async () => {
  expect(await say(...request(a), ...request(b, [last]))).toEqual(["甲页", "乙页"]);
});

test("wherever the pieces are cut, the answers are the same", async () => {
  const text = request(a) + request(b, ["Accept-Encoding: identity"]) + request(c, [last]);
  const cuts = Array.from({ length: text.length - 1 }, (_, index) => index + 1);
  for (let at = 0; at < cuts.length; at += 16) {
    const answers = await Promise.all(cuts.slice(at, at + 16).map((cut) => say(text.slice(0, cut), text.slice(cut))));
    for (const each of answers) expect(each).toEqual([...titles]);
  }
});

test("HEAD answers with the head of the page and nothing more", async () => {
  for (const path of [
    a,
    "/",
    "/feed.xml",
    "/no-such-page",
    "/a/1/",
    "/media/x/y.webp",
    "/views/1.svg",
    "/admin",
    "/api/health",
    "/icon.svg",
  ]) {
    const [head, get, end] = (
      await converse(port, [request(path, [], "HEAD"), request(path), request(c, [last])], { heads: [0] })
    ).answers;
    expect(head?.status, path).toBe(get?.status);
    // A HEAD is no view, so the counter's picture shows another number to it.
    if (!path.startsWith("/views/"))
      expect(head?.headers.get("content-length"), path).toBe(get?.headers.get("content-length"));
    expect(head?.headers.get("content-type"), path).toBe(get?.headers.get("content-type"));
    expect(end && nameOf(end), path).toBe("丙页");
  }
});

test("304s have no body and leave the connection in step", async () => {
  const [first] = (await converse(port, [request(a, [last])])).answers;
  const known = `If-None-Match: ${first?.headers.get("etag")}`;
  expect(await say(request(a, [known]), request(b), request(a, [known]), request(c, [last]))).toEqual([
    "304",
    "乙页",
    "304",
    "丙页",
  ]);
});

/** Requests whose length two servers might read differently. 乙 is hidden in what one of them takes for a body. */
const hidden = () => request(b);

const ambiguous: readonly { what: string; text: () => string }[] = [
  {
    what: "a length and chunks",
    text: () => request(a, ["Content-Length: 4", "Transfer-Encoding: chunked"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "chunks and a length",
    text: () => request(a, ["Transfer-Encoding: chunked", "Content-Length: 6"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "two lengths",
    text: () => request(a, ["Content-Length: 0", `Content-Length: ${hidden().length}`]) + hidden(),
  },
  { what: "a list of lengths", text: () => request(a, [`Content-Length: 0, ${hidden().length}`]) + hidden() },
  { what: "a signed length", text: () => request(a, [`Content-Length: +${hidden().length}`]) + hidden() },
  {
    what: "a hexadecimal length",
    text: () => request(a, [`Content-Length: 0x${hidden().length.toString(16)}`]) + hidden(),
  },
  { what: "a negative length", text: () => request(a, ["Content-Length: -1"]) + hidden() },
  {
    what: "a length with a space before its colon",
    text: () => request(a, [`Content-Length : ${hidden().length}`]) + hidden(),
  },
  {
    what: "a length on a folded line",
    text: () => request(a, [`X-Folded: 1\r\n Content-Length: ${hidden().length}`]) + hidden(),
  },
  { what: "a length after a tab", text: () => request(a, [`\tContent-Length: ${hidden().length}`]) + hidden() },
  {
    what: "a length after a bare line feed",
    text: () => request(a, [`X-A: 1\nContent-Length: ${hidden().length}`]) + hidden(),
  },
  {
    what: "a length after a bare carriage return",
    text: () => request(a, [`X-A: 1\rContent-Length: ${hidden().length}`]) + hidden(),
  },
  { what: "a length after a null", text: () => request(a, [`X-A: 1\0Content-Length: ${hidden().length}`]) + hidden() },
  {
    what: "chunks of an unknown kind",
    text: () => request(a, ["Transfer-Encoding: xchunked"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "chunks that are not the last coding",
    text: () => request(a, ["Transfer-Encoding: chunked, identity"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "chunks twice",
    text: () => request(a, ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "chunks after a vertical tab",
    text: () => request(a, ["Transfer-Encoding:\u000bchunked"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "chunks with a space before the colon",
    text: () => request(a, ["Transfer-Encoding : chunked"]) + `0\r\n\r\n${hidden()}`,
  },
  {
    what: "a chunk with a broken size",
    text: () => request(a, ["Transfer-Encoding: chunked"]) + `0x5\r\nhello\r\n0\r\n\r\n${hidden()}`,
  },
  {
    what: "a chunk longer than it says",
    text: () => request(a, ["Transfer-Encoding: chunked"]) + `1\r\nhello\r\n0\r\n\r\n${hidden()}`,
  },
];

for (const { what, text } of ambiguous) {
  test(`a request with ${what} is refused and ends the connection, and what it hides is never answered`, async () => {
    const whole = text();
    for (const pieces of [
      [whole + request(c, [last])],
      [whole, request(c, [last])],
      [request(a), whole, request(c, [last])],
    ]) {
      const { answers, rest } = await converse(port, pieces, { thenEnd: true });
      const said = answers.map(nameOf);
      expect(rest).toBe("");
      expect(said, pieces.length.toString()).not.toContain("乙页");
      // Behind a refusal nothing is read any more: nobody knows where the next request would begin.
      const refused = said.indexOf("400");
      if (refused === -1) expect(said).not.toContain("丙页");
      else expect(said.slice(refused)).toEqual(["400"]);
    }
  });
}

test("a body where readers send none is read over, and the next answer is the next request's", async () => {
  const long = request(a, [`Content-Length: ${hidden().length}`]) + hidden();
  expect(await say(long + request(c, [last]))).toEqual(["甲页", "丙页"]);
  expect(await say(long, request(c, [last]))).toEqual(["甲页", "丙页"]);
  const chunked =
    request(a, ["Transfer-Encoding: chunked"]) + `${hidden().length.toString(16)}\r\n${hidden()}\r\n0\r\n\r\n`;
  expect(await say(chunked + request(c, [last]))).toEqual(["甲页", "丙页"]);
  expect(await say(...chunked, request(c, [last]))).toEqual(["甲页", "丙页"]);
});

test("what is refused with a body hides no request", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    const said = await say(
      request("/", [`Content-Length: ${hidden().length}`], method) + hidden() + request(c, [last]),
    );
    // The connection ends, or goes on with the next request: never with one out of the body.
    expect([["405"], ["405", "丙页"]], method).toContainEqual(said);
  }
  const foreign = [
    `POST /api/trpc/account.me HTTP/1.1`,
    "Host: console.localhost",
    `Content-Length: ${hidden().length}`,
    "",
    hidden(),
  ];
  expect([["403"], ["403", "丙页"]]).toContainEqual(await say(foreign.join("\r\n") + request(c, [last])));
});

const malformed: readonly { what: string; text: () => string | Buffer; status?: string[] }[] = [
  { what: "two hosts", text: () => request(a, ["Host: localhost"]) },
  { what: "the same host twice", text: () => request(a, [`Host: ${host}`]) },
  { what: "no host", text: () => `GET ${a} HTTP/1.1\r\nX-A: 1\r\n\r\n` },
  { what: "a bare line feed", text: () => `GET ${a} HTTP/1.1\nHost: ${host}\n\n` },
  { what: "a null in the address", text: () => request(`${a}\0`) },
  { what: "a null in a header", text: () => request(a, ["X-A: \0"]) },
  { what: "a space in a header's name", text: () => request(a, ["X A: 1"]) },
  { what: "a header without a name", text: () => request(a, [": 1"]) },
  { what: "a line without a colon", text: () => request(a, ["X-A"]) },
  { what: "an unknown method", text: () => request(a, [], "G?T") },
  { what: "an unknown version", text: () => request(a).replace("HTTP/1.1", "HTTP/3.7") },
  { what: "the preface of HTTP/2", text: () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
  {
    what: "the beginning of TLS",
    text: () => Buffer.from([0x16, 0x03, 0x01, 0x00, 0xa5, 0x01, 0x00, 0x00, 0xa1, 0x03, 0x03]),
  },
  { what: "headers of 40 KB", text: () => request(a, [`X-A: ${"x".repeat(40_000)}`]), status: ["431"] },
  { what: "an address of 40 KB", text: () => request(`/${"x".repeat(40_000)}`), status: ["431"] },
  {
    what: "a thousand headers of 40 bytes",
    text: () =>
      request(
        a,
        Array.from({ length: 1_000 }, (_, index) => `X-${index}: ${"y".repeat(40)}`),
      ),
    status: ["431"],
  },
];

for (const { what, text, status = ["400", "404"] } of malformed) {
  test(`${what}: refused, and no page`, async () => {
    const { answers, rest } = await converse(port, [text(), request(c, [last])], { thenEnd: true });
    expect(rest).toBe("");
    const [first, ...more] = answers.map(nameOf);
    if (first !== undefined) expect(status).toContain(first);
    // Either it ended there, or the request was whole and merely wrong, and the next one got its own answer.
    expect([[], ["丙页"]]).toContainEqual(more);
  });
}

test("an address that names another host is no address of this one", async () => {
  for (const target of [
    "http://evil.example/",
    "http://localhost/",
    `http://${host}${a}`,
    "evil.example:443",
    "*",
    "@evil.example/",
  ])
    expect([["400"], ["400", "丙页"]], target).toContainEqual(await say(request(target), request(c, [last])));
});

test("nobody tunnels or changes the protocol", async () => {
  for (const headers of [
    [
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ],
    ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"],
  ]) {
    const { answers } = await converse(port, [request(a, headers)], { thenEnd: true });
    expect(answers.map(({ status }) => status)).not.toContain(101);
  }
  const { answers } = await converse(port, ["CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n"]);
  expect(answers.map(({ status }) => status)).not.toContain(200);
});

test("a client of the old version gets its page and the end of the connection", async () => {
  expect(await say(`GET ${a} HTTP/1.0\r\nHost: ${host}\r\n\r\n`)).toEqual(["甲页"]);
});
