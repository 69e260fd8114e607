import { beforeAll, expect, inject, test, vi } from "vitest";
import { issueSessionCookie } from "@zhibu/auth/session-cookie";
import { newAccount, newSession } from "@zhibu/auth/testing/account";
import { appoint, ensureCollege, newBareBranch } from "@zhibu/db/testing/factories";
import type {} from "@zhibu/db/testing/global-setup";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import { POST } from "../../../app/(console)/api/people-import/route.ts";
import { GET } from "../../../app/(console)/api/people-template/route.ts";

const secret = "a secret of these tests alone";
const origin = "http://console.localhost:3000";

beforeAll(async () => {
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("NODE_ENV", "test");
  await ensureCollege();
});

async function cookieOf(role: "office" | "auditor" | "webmaster", mustChangePassword = false): Promise<string> {
  const user = await newAccount({ mustChangePassword });
  if (role === "webmaster") await appoint(await newBareBranch(), user, role);
  else
    await queryAsOwner(
      inject("ownerUrl"),
      "INSERT INTO college_role (id, user_id, role, starts_on) VALUES (gen_random_uuid(), $1, $2::college_role_name, '2020-01-01')",
      [user.userId, role],
    );
  const cookie = await issueSessionCookie({ secret, consoleOrigin: origin, campus: null }, await newSession(user));
  return cookie.split(";")[0] ?? "";
}

const template = (cookie: string) => GET(new Request(`${origin}/api/people-template`, { headers: { cookie } }));

function send(
  body: Uint8Array<ArrayBuffer>,
  cookie: string,
  { name = "名单.xlsx", type = "application/octet-stream" } = {},
) {
  const query = new URLSearchParams({ name });
  return POST(
    new Request(`${origin}/api/people-import?${query}`, {
      method: "POST",
      headers: { cookie, "content-type": type, "content-length": String(body.length) },
      body,
    }),
  );
}

test("the template is a download with a Chinese name, and what it holds is refused for having nobody in it", async () => {
  const cookie = await cookieOf("office");
  const answer = await template(cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("人员导入模板.xlsx"));
  const sent = await send(new Uint8Array(await answer.arrayBuffer()), cookie);
  expect([sent.status, await sent.json()]).toEqual([400, { reason: "import.empty", params: {} }]);
});

test.each([
  ["nobody", async () => "", 401, "signInAgain"],
  ["a branch's webmaster", () => cookieOf("webmaster"), 404, "notFound"],
  ["an auditor", () => cookieOf("auditor"), 403, "forbidden"],
  ["an officer with a handed-out password", () => cookieOf("office", true), 403, "passwordChangeRequired"],
])("%s gets neither the template nor a preview", async (_who, cookieFor, status, reason) => {
  const cookie = await cookieFor();
  for (const answer of [await template(cookie), await send(new Uint8Array([1]), cookie)]) {
    expect([answer.status, await answer.json()]).toEqual([status, { reason, params: {} }]);
  }
});

test("a form of another site can't send a file, nor can anybody without a name for it", async () => {
  const cookie = await cookieOf("office");
  for (const change of [{ type: "multipart/form-data" }, { name: "" }, { name: "x".repeat(256) }]) {
    const answer = await send(new Uint8Array([1]), cookie, change);
    expect([answer.status, await answer.json()]).toEqual([400, { reason: "invalidInput", params: {} }]);
  }
});
