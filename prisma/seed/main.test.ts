import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

test("a seed that fails says why, and fails the command that called it", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhibu-seed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // No secret, and none kept in the empty folder.
  const env = { PATH: process.env["PATH"], DATA_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, ["prisma/seed/main.ts"], { env, encoding: "utf8" });
  expect(stderr).toContain("AUTH_SECRET: not set");
  expect(status).toBe(1);
}, 30_000);
