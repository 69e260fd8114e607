import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { clamdConfig, clamdEnvSchema } from "./clamd-config.ts";
import { clamdScanner } from "./clamd-scanner.ts";
import { plantedMalware, startFakeClamd } from "./testing/fake-clamd.ts";
import { withFile } from "./testing/with-file.ts";
import { refuseInfected, setVirusScanner } from "./virus-scan.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function at(port: number, timeoutMs = 10_000) {
  return clamdScanner({ address: { host: "127.0.0.1", port }, timeoutMs });
}

async function refusalOf(content: Uint8Array): Promise<unknown> {
  onTestFinished(() => setVirusScanner(null));
  return withFile(content, (file) => refuseInfected(file)).then(
    () => null,
    (error: unknown) => error,
  );
}

test("every byte of a file reaches clamd, which lets it pass", async () => {
  const clamd = await startFakeClamd();
  const content = randomBytes(1_500_000);
  expect(await withFile(content, at(clamd.port))).toBeNull();
  expect(clamd.scanned.map(sha256)).toEqual([sha256(content)]);
});

test("over a local socket, and by name what it finds", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-clamd-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const socketPath = path.join(folder, "clamd.ctl");
  await startFakeClamd({ socketPath });
  const scan = clamdScanner({ address: { path: socketPath }, timeoutMs: 10_000 });
  const content = Buffer.concat([randomBytes(100_000), Buffer.from(plantedMalware)]);
  expect(await withFile(content, scan)).toBe("Test.Planted-1");
});

test("an infected upload is refused as such", async () => {
  setVirusScanner(at((await startFakeClamd()).port));
  expect(await refusalOf(Buffer.from(plantedMalware))).toMatchObject({ code: "INVALID", reason: "media.infected" });
  expect(await refusalOf(Buffer.from("harmless"))).toBeNull();
});

test.each([
  ["finds the file too long", { streamBytesMax: 1_000 }],
  ["has trouble of its own", { says: "stream: Can't allocate memory ERROR\0" }],
  ["says nothing and hangs up", { says: "" }],
  ["hangs up in the middle of a word", { says: "stream: OK" }],
  ["talks without end", { says: "x".repeat(100_000) }],
  ["is something else", { says: "HTTP/1.1 400 Bad Request\r\n\r\n" }],
])("nothing passes a clamd that %s", async (_, options) => {
  setVirusScanner(at((await startFakeClamd(options)).port));
  expect(await refusalOf(randomBytes(3_000_000))).toMatchObject({ code: "UNAVAILABLE", reason: "media.scannerAway" });
});

test("nor one that never answers, nor one that is not there", async () => {
  const silent = await startFakeClamd({ says: null });
  setVirusScanner(at(silent.port, 200));
  expect(await refusalOf(Buffer.from("harmless"))).toMatchObject({ code: "UNAVAILABLE" });
  setVirusScanner(clamdScanner({ address: { path: "/nonexistent/clamd.ctl" }, timeoutMs: 10_000 }));
  expect(await refusalOf(Buffer.from("harmless"))).toMatchObject({ code: "UNAVAILABLE" });
});

test("the environment names one clamd, or none", () => {
  const read = (env: Record<string, string>) => clamdConfig(clamdEnvSchema.parse(env));
  expect(read({})).toBeNull();
  expect(read({ CLAMD_PORT: "3311" })).toBeNull();
  expect(read({ CLAMD_HOST: "scanner" })).toEqual({ address: { host: "scanner", port: 3310 }, timeoutMs: 60_000 });
  expect(read({ CLAMD_SOCKET: "/run/clamd.ctl", CLAMD_TIMEOUT_SECONDS: "5" })).toEqual({
    address: { path: "/run/clamd.ctl" },
    timeoutMs: 5_000,
  });
  expect(() => read({ CLAMD_SOCKET: "/run/clamd.ctl", CLAMD_HOST: "scanner" })).toThrow("CLAMD_HOST must not be");
});
