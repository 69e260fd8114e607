import { beforeAll, expect, inject, test, vi } from "vitest";
import { issueSessionCookie } from "@zhibu/auth/session-cookie";
import { newAccount, newSession } from "@zhibu/auth/testing/account";
import { draftedList } from "@zhibu/core/publicity/testing/drafted-list";
import { workbook as sheetOf } from "@zhibu/core/tenancy/people-import/testing/people-file";
import { memberOf } from "@zhibu/core/testing/contexts";
import { appoint, ensureCollege, newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import type {} from "@zhibu/db/testing/global-setup";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import type { EntriesFile } from "@zhibu/domain/publicity/read-entries-sheet";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { POST } from "../../../app/(console)/api/publicity-entries/[branch]/[id]/route.ts";
import { GET } from "../../../app/(console)/api/publicity-template/[branch]/[id]/route.ts";

const secret = "a secret of these tests alone";
const origin = "http://console.localhost:3000";

let branch: TestBranch;
let listId: string;
let webmaster: string;

beforeAll(async () => {
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("NODE_ENV", "test");
  await ensureCollege();
  branch = await newBareBranch();
  listId = await draftedList(await memberOf(branch, ["webmaster"]));
  webmaster = await cookieOf(branch, "webmaster");
});

async function cookieOf(of: TestBranch, role: BranchRole): Promise<string> {
  const user = await newAccount({});
  await appoint(of, user, role);
  const cookie = await issueSessionCookie({ secret, consoleOrigin: origin, campus: null }, await newSession(user));
  return cookie.split(";")[0] ?? "";
}

type Asked = { cookie: string; slug?: string; id?: string };

const template = ({ cookie, slug = branch.slug, id = listId }: Asked) =>
  GET(new Request(`${origin}/api/publicity-template/${slug}/${id}`, { headers: { cookie } }), {
    params: Promise.resolve({ branch: slug, id }),
  });

function send(
  body: Uint8Array,
  {
    cookie,
    slug = branch.slug,
    id = listId,
    name = "名单.xlsx",
    type = "application/octet-stream",
  }: Asked & {
    name?: string;
    type?: string;
  },
) {
  const headers = { cookie, "content-type": type, "content-length": String(body.length) };
  const address = `${origin}/api/publicity-entries/${slug}/${id}?${new URLSearchParams({ name }).toString()}`;
  // A buffer of this test's own.
  const request = new Request(address, { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> });
  return POST(request, { params: Promise.resolve({ branch: slug, id }) });
}

const workbook = (headings: string[], ...rows: string[][]) => sheetOf(rows, headings);
const reasonIn = async (answer: Response) => [answer.status, ((await answer.json()) as { reason: string }).reason];

const storedList = () =>
  queryAsOwner(inject("ownerUrl"), "SELECT to_jsonb(l) AS list FROM publicity_list l WHERE l.id = $1", [listId]);

async function headingsOf(): Promise<string[]> {
  const [version] = await queryAsOwner<{ definition: { columns: { label: string }[] } }>(
    inject("ownerUrl"),
    "SELECT v.definition FROM publicity_template_version v JOIN publicity_list l ON l.template_version_id = v.id WHERE l.id = $1",
    [listId],
  );
  return version?.definition.columns.map(({ label }) => label) ?? [];
}

test("the template is a download with a Chinese name; filled in it comes back as people, and nothing is stored of it", async () => {
  const answer = await template({ cookie: webmaster });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("公示名单模板.xlsx"));
  const empty = new Uint8Array(await answer.arrayBuffer());
  expect(await reasonIn(await send(empty, { cookie: webmaster }))).toEqual([400, "import.empty"]);

  const headings = await headingsOf();
  const before = await storedList();
  const filled = await send(
    await workbook(headings, ["示例甲", "护理学院", "国家奖学金"], ["示例乙", "护理学院", "三好学生"]),
    {
      cookie: webmaster,
    },
  );
  expect(filled.status).toBe(200);
  const file = (await filled.json()) as EntriesFile;
  expect(file.problems).toEqual([]);
  expect(file.entries.map(Object.values)).toEqual([
    ["示例甲", "护理学院", "国家奖学金"],
    ["示例乙", "护理学院", "三好学生"],
  ]);
  expect(await storedList()).toEqual(before);
});

test("what is wrong is told by row and column, and no people come with it", async () => {
  const headings = await headingsOf();
  const answer = await send(
    await workbook(
      [...headings, "身份证号"],
      ["示例甲", "护理学院", "三好学生", "11010519491231002X"],
      ["", "13800138000", "三好学生"],
    ),
    { cookie: webmaster },
  );
  const file = (await answer.json()) as EntriesFile;
  expect(file.entries).toEqual([]);
  expect(file.problems.map(({ rowNo, column, reason }) => [rowNo, column, reason])).toEqual([
    [1, "D", "columnUnknown"],
    [3, "A", "missing"],
    [3, "B", "mobile"],
  ]);
  expect(JSON.stringify(file)).not.toContain("11010519491231002X");
});

test("a file that is no workbook, is too large, has other columns or too many rows is refused with a reason", async () => {
  const headings = await headingsOf();
  const cookie = webmaster;
  const bytes = await workbook(headings, ["示例甲", "护理学院", "三好学生"]);
  expect(await reasonIn(await send(bytes, { cookie, name: "名单.xls" }))).toEqual([400, "import.notExcel"]);
  expect(await reasonIn(await send(bytes, { cookie, name: "名单.csv" }))).toEqual([400, "import.notExcel"]);
  const [status] = await reasonIn(await send(new TextEncoder().encode("姓名,单位"), { cookie }));
  expect(status).toBe(400);
  const large = await reasonIn(await send(new Uint8Array(2 * 1024 * 1024 + 1), { cookie }));
  expect(large).toEqual([413, "media.tooLarge"]);
  const other = await reasonIn(await send(await workbook(["学号", "分数"], ["1", "2"]), { cookie }));
  expect(other).toEqual([400, "import.headingsMissing"]);
  const many = Array.from({ length: 1_001 }, (_, index) => ["示例甲", `护理学院${index}`]);
  const rows = await reasonIn(await send(await workbook(headings, ...many), { cookie }));
  expect(rows).toEqual([400, "publicity.tooManyEntries"]);
  expect(await reasonIn(await send(bytes, { cookie, type: "multipart/form-data" }))).toEqual([400, "invalidInput"]);
});

test("is for whoever may prepare the list; a foreign list, a missing one and no list at all are the same answer", async () => {
  const other = await newBareBranch();
  const foreign = await draftedList(await memberOf(other, ["webmaster"]));
  const bytes = await workbook(["姓名"]);
  const both = async (asked: Asked) => [
    await reasonIn(await template(asked)),
    await reasonIn(await send(bytes, asked)),
  ];
  const twice = (status: number, reason: string) => [
    [status, reason],
    [status, reason],
  ];
  expect(await both({ cookie: "" })).toEqual(twice(401, "signInAgain"));
  const contributor = await cookieOf(branch, "contributor");
  expect(await both({ cookie: contributor })).toEqual(twice(403, "forbidden"));
  for (const id of [foreign, crypto.randomUUID(), "no-list"])
    expect(await both({ cookie: webmaster, id })).toEqual(twice(404, "publicity.notFound"));
  // The list's own branch, to somebody who has no part in it.
  expect(await both({ cookie: await cookieOf(other, "webmaster") })).toEqual(twice(404, "notFound"));
});
