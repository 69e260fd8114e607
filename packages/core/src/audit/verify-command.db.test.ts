import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withTenant } from "@zhibu/db/scope";
import { provideDatabaseCopies } from "@zhibu/db/testing/database-copies";
import { newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import { openStorage } from "../kernel/storage-open.ts";
import { setStorage } from "../kernel/storage.ts";
import { memberOf } from "../testing/contexts.ts";
import { setAnchorFolder } from "./anchor-folder.ts";
import { audit } from "./audit.ts";
import { exportAnchors } from "./export-anchors.ts";
import { takeAnchor } from "./take-anchor.ts";

const command = path.resolve(import.meta.dirname, "../../../../scripts/audit-verify.ts");

let folder = "";
let branch: TestBranch;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-verify-"));
  setStorage(await openStorage({ type: "disk", folder: path.join(folder, "media") }));
  setAnchorFolder(path.join(folder, "outside"));
});

afterAll(async () => {
  setAnchorFolder(undefined);
  await rm(folder, { recursive: true, force: true });
});

const owner = provideDatabaseCopies(async () => {
  branch = await newBareBranch();
  const ctx = await memberOf(branch, ["webmaster"]);
  const subject = { type: "article", id: "019a0000-0000-7000-8000-000000000001" };
  for (let index = 0; index < 4; index += 1)
    await withTenant(branch.tenantId, (tx) => audit(tx, ctx, "article.edit", subject, { index }));
  await takeAnchor(new Date());
  await exportAnchors(new Date());
});

type Ended = { code: number; out: string; error: string };

/** The command as an operator runs it, on this test's database. */
function verify(...args: string[]): Promise<Ended> {
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${String(owner().database)}`;
  const env = {
    PATH: "",
    DATABASE_URL: url.toString(),
    AUTH_SECRET: "test-secret-of-no-value",
    DATA_DIR: folder,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, out, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, error: stderr }),
    );
  });
}

test("a whole trail: 0", async () => {
  const { code, out } = await verify();
  expect(out).toContain("2 chains, 5 rows, 1 anchors, 1 exported copies");
  expect([code, out.trim().split("\n").at(-1)]).toEqual([0, "The audit trail is whole."]);
});

test("a broken one: 1, with the row; another branch's verification is not touched by it", async () => {
  await owner().query("UPDATE audit_entry SET actor_name = '别人' WHERE tenant_id = $1 AND seq = 2", [branch.tenantId]);
  const { code, out } = await verify("--branch", branch.slug);
  expect(code).toBe(1);
  expect(out).toContain(`BROKEN  ${branch.slug}  ${branch.name} (4 rows)\n    row 2 was changed`);
  expect((await verify("--branch", "college")).code).toBe(0);
});

test("a tail cut together with its anchor and its copy in the storage: 1, told by what was carried away", async () => {
  await owner().query("DELETE FROM audit_entry WHERE tenant_id = $1 AND seq > 2", [branch.tenantId]);
  await owner().query("DELETE FROM audit_entry WHERE action = 'anchor.take'");
  await owner().query("DELETE FROM audit_anchor");
  await rm(path.join(folder, "media/anchors"), { recursive: true });
  expect((await verify()).code).toBe(0);
  const { code, out } = await verify("--anchors", path.join(folder, "outside"));
  expect(code).toBe(1);
  expect(out).toContain("the chain ends at row 2; on");
  expect(out).toContain("is gone from the database (told by audit-anchor-");
});

test.each([
  ["an unknown branch", ["--branch", "nobody"], 'no branch "nobody"'],
  ["an unknown option", ["--chain", "x"], "--chain"],
])("%s: 2, with the reason", async (_, args, reason) => {
  const { code, error } = await verify(...args);
  expect([code, error]).toEqual([2, expect.stringContaining(reason)]);
});
