import superjson, { type SuperJSONResult } from "superjson";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { issueSessionCookie } from "@zhibu/auth/session-cookie";
import { newAccount, newSession } from "@zhibu/auth/testing/account";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { makePdf } from "@zhibu/core/media/testing/make-pdf";
import { makePng } from "@zhibu/core/media/testing/make-picture";
import { provideStorage } from "@zhibu/core/media/testing/storage-for-tests";
import { appoint, newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { GET } from "../../app/(console)/api/media/[branch]/[id]/[file]/route.ts";
import { POST } from "../../app/(console)/api/upload/route.ts";

provideStorage();

const secret = "a secret of these tests alone";
const origin = "http://console.localhost:3000";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("NODE_ENV", "test");
});

async function signedIn(
  branch: TestBranch,
  role: BranchRole,
  options: { mustChangePassword?: boolean } = {},
): Promise<string> {
  const user = await newAccount(options);
  await appoint(branch, user, role);
  const cookie = await issueSessionCookie({ secret, consoleOrigin: origin, campus: null }, await newSession(user));
  return cookie.split(";")[0] ?? "";
}

type Sent = { branch: string; name?: string; kind?: string; cookie?: string; type?: string };

function upload(
  body: Uint8Array<ArrayBuffer> | null,
  { branch, name = "合影.png", kind = "picture", cookie = "", type = "application/octet-stream" }: Sent,
): Promise<Response> {
  const query = new URLSearchParams({ branch, name, kind });
  return POST(
    new Request(`${origin}/api/upload?${query}`, {
      method: "POST",
      headers: { cookie, "content-type": type, "content-length": String(body?.length ?? 0) },
      body,
    }),
  );
}

function fetchFile(
  branch: string,
  id: string,
  file: string,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request(`${origin}/api/media/${branch}/${id}/${file}`, { headers: { cookie, ...headers } });
  return GET(request, { params: Promise.resolve({ branch, id, file }) });
}

const itemOf = async (answer: Response) => superjson.deserialize<MediaItem>((await answer.json()) as SuperJSONResult);

let branch: TestBranch;
let cookie: string;
beforeEach(async () => {
  branch = await newBareBranch();
  cookie = await signedIn(branch, "webmaster");
});

describe("uploading", () => {
  test("answers the item with its dates", async () => {
    const answer = await upload(new Uint8Array(await makePng(701, 20)), { branch: branch.slug, cookie });
    expect(answer.status).toBe(201);
    expect(await itemOf(answer)).toMatchObject({
      name: "合影.png",
      widths: [480, 701],
      createdAt: expect.any(Date) as Date,
    });
  });

  test.each<[string, number, Partial<Sent> & { body?: Uint8Array<ArrayBuffer> | null }]>([
    ["signInAgain", 401, { cookie: "" }],
    ["signInAgain", 401, { cookie: "zhibu.session=forged" }],
    ["invalidInput", 400, { kind: "video" }],
    ["invalidInput", 400, { name: "" }],
    ["invalidInput", 400, { type: "multipart/form-data; boundary=x" }],
    ["invalidInput", 400, { type: "text/plain" }],
    ["notFound", 404, { branch: "nobody" }],
    ["media.markup", 400, { name: "标志.svg" }],
    ["media.pictureBroken", 400, { body: new Uint8Array(Buffer.from("ffd8ffe000104a464946", "hex")), name: "坏.jpg" }],
    ["media.empty", 400, { body: null }],
  ])("%s (%i)", async (reason, status, { body = new Uint8Array([1, 2, 3]), ...sent }) => {
    const answer = await upload(body, { branch: branch.slug, cookie, ...sent });
    expect([answer.status, await answer.json()]).toEqual([status, { reason, params: {} }]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("another branch's people, and one's own without the permission, are turned away", async () => {
    const png = new Uint8Array(await makePng());
    const attacker = await signedIn(await newBareBranch(), "webmaster");
    expect((await upload(png, { branch: branch.slug, cookie: attacker })).status).toBe(404);
    expect((await upload(png, { branch: branch.slug, cookie: await signedIn(branch, "organiser") })).status).toBe(403);
    const newcomer = await signedIn(branch, "webmaster", { mustChangePassword: true });
    expect(await (await upload(png, { branch: branch.slug, cookie: newcomer })).json()).toMatchObject({
      reason: "passwordChangeRequired",
    });
  });
});

describe("fetching", () => {
  test("a picture comes inert, once; unchanged it does not come again", async () => {
    const { id } = await itemOf(await upload(new Uint8Array(await makePng(702, 20)), { branch: branch.slug, cookie }));
    const answer = await fetchFile(branch.slug, id, "w480.webp", cookie);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get("content-length")));
    const etag = answer.headers.get("etag") ?? "";
    expect((await fetchFile(branch.slug, id, "w480.webp", cookie, { "if-none-match": etag })).status).toBe(304);
  });

  test("an attachment is a download", async () => {
    const pdf = new Uint8Array(makePdf());
    const { id } = await itemOf(
      await upload(pdf, { branch: branch.slug, cookie, name: "名单.pdf", kind: "attachment" }),
    );
    const answer = await fetchFile(branch.slug, id, "original", cookie);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/u);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
  });

  test("nobody, another branch's people and made-up files all get nothing", async () => {
    const { id } = await itemOf(await upload(new Uint8Array(await makePng(703, 20)), { branch: branch.slug, cookie }));
    const elsewhere = await newBareBranch();
    const attacker = await signedIn(elsewhere, "secretary");
    expect((await fetchFile(branch.slug, id, "w480.webp", "")).status).toBe(401);
    const foreign = await fetchFile(elsewhere.slug, id, "w480.webp", attacker);
    const missing = await fetchFile(elsewhere.slug, "0192f0a0-0000-7000-8000-00000000000a", "w480.webp", attacker);
    expect([foreign.status, await foreign.text()]).toEqual([missing.status, await missing.text()]);
    expect(foreign.status).toBe(404);
    for (const file of ["original", "w480.png", "..%2f..%2fsecret"])
      expect((await fetchFile(branch.slug, id, file, cookie)).status).toBe(404);
  });
});
