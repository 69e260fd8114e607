import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { provideDatabaseCopies } from "@zhibu/db/testing/database-copies";

const command = path.resolve(import.meta.dirname, "found.ts");

/** Each test has an empty database of its own. */
const owner = provideDatabaseCopies(() => Promise.resolve());

type Ended = { code: number; out: string; error: string };

/** The command as an operator runs it, on this test's database. */
async function found(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-found-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${String(owner().database)}`;
  const env = {
    NODE_ENV: "test" as const,
    PATH: "",
    DATABASE_URL: url.toString(),
    AUTH_SECRET: "test-secret-of-no-value",
    DATA_DIR: folder,
    ...variables,
  };
  const ended = await new Promise<Ended>((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, out, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, error: stderr }),
    );
  });
  // It prints what it made and keeps nothing beside the database.
  expect(await readdir(folder)).toEqual([]);
  return ended;
}

const college = ["--college", "求实学院", "--short-name", "求实", "--login", "hezhengyan", "--name", "何正言"];
const address = { PUBLIC_SCHEME: "https", ROOT_DOMAIN: "dangjian.example.edu.cn" };
const link = /https:\/\/console\.dangjian\.example\.edu\.cn\/welcome\/[\w-]{43}\n/gu;

test("prints the link on the console's address and until when it is valid; a second time it refuses and says why", async () => {
  const first = await found(college, address);
  expect([first.code, first.error]).toEqual([0, ""]);
  expect(first.out).toContain("已建立“求实学院”");
  expect(first.out).toContain("何正言（登录名 hezhengyan）");
  expect(first.out.match(link)).toHaveLength(1);
  expect(first.out).toMatch(/有效期至 {4}\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d（北京时间）/u);

  const second = await found(college, address);
  expect([second.code, second.out]).toEqual([1, ""]);
  expect(second.error).toContain("没有执行：这个数据库里已经有学院“求实学院”。");

  const again = await found(["--login", "hezhengyan", "--new-link"], address);
  expect([again.code, again.out.match(link)?.length]).toEqual([0, 1]);
  expect(again.out.match(link)).not.toEqual(first.out.match(link));
}, 60_000);

test.each([
  ["a command line it does not understand", college.slice(2), {}, "请用 --college 写明学院全称"],
  ["a new link where nobody is", ["--login", "hezhengyan", "--new-link"], {}, "没有这个登录名"],
  ["an environment that is wrong", college, { ROOT_DOMAIN: "https://x" }, "ROOT_DOMAIN"],
])(
  "%s: 1, with the reason",
  async (_, args, variables, reason) => {
    const { code, out, error } = await found(args, variables);
    expect([code, out, error]).toEqual([1, "", expect.stringContaining(reason)]);
  },
  30_000,
);
