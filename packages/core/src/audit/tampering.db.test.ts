import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { provideDatabaseCopies } from "@zhibu/db/testing/database-copies";
import { newBareBranch } from "@zhibu/db/testing/factories";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { openStorage } from "../kernel/storage-open.ts";
import { setStorage } from "../kernel/storage.ts";
import { memberOf } from "../testing/contexts.ts";
import { setAnchorFolder } from "./anchor-folder.ts";
import { anchorHash, type Anchor } from "./anchor.ts";
import { auditHash, genesis } from "./audit-hash.ts";
import { audit } from "./audit.ts";
import { exportAnchors } from "./export-anchors.ts";
import { listAnchors } from "./list-anchors.ts";
import { carriedAnchors, storedAnchors } from "./read-anchor-copies.ts";
import { readChain } from "./read-chain.ts";
import { takeAnchor } from "./take-anchor.ts";
import type { AnchorCopy } from "./verify-anchors.ts";
import type { ChainRow } from "./verify-chain.ts";
import { isWhole, verifyTrail, type TrailReport } from "./verify-trail.ts";

/** Every tampering is done by the owner of the database, whom no policy stops. */

let folder = "";
let tenantId: TenantId;
let other: TenantId;
const first = new Date("2026-11-21T01:00:00Z");
const second = new Date("2026-11-22T01:00:00Z");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-anchors-"));
  setStorage(await openStorage({ type: "disk", folder: path.join(folder, "storage") }));
  setAnchorFolder(path.join(folder, "outside"));
});

afterAll(async () => {
  setAnchorFolder(undefined);
  await rm(folder, { recursive: true, force: true });
});

async function write(branch: { tenantId: TenantId; slug: string; name: string }, count: number): Promise<void> {
  const ctx = await memberOf(branch, ["webmaster"], () => first);
  const subject = { type: "article", id: "019a0000-0000-7000-8000-000000000001" };
  for (let index = 0; index < count; index += 1)
    await withTenant(branch.tenantId, (tx) => audit(tx, ctx, "article.edit", subject, { index, title: "文章" }));
}

/** Twelve rows, anchored after the fifth and the tenth, and another branch beside it. */
const owner = provideDatabaseCopies(async () => {
  const branch = await newBareBranch();
  const beside = await newBareBranch();
  tenantId = branch.tenantId;
  other = beside.tenantId;
  await write(branch, 5);
  await write(beside, 3);
  await takeAnchor(first);
  await write(branch, 5);
  await takeAnchor(second);
  await exportAnchors(second);
  await write(branch, 2);
});

async function* none(): AsyncGenerator<AnchorCopy> {}
const carried = () => carriedAnchors(path.join(folder, "outside"));

async function rowsOf(chainId: string): Promise<ChainRow[]> {
  return withOffice(async (tx) => (await Array.fromAsync(readChain(tx, chainId))).flat());
}

/** What is broken, as words: in the branch's chain by row, elsewhere by chain, in the anchors by day. */
async function findings(copies = none()): Promise<string[]> {
  const report: TrailReport = await verifyTrail({ copies });
  const chains = report.broken.flatMap(({ chainId, breaks }) =>
    breaks.map(({ kind, seq }) => (chainId === tenantId ? `${kind} ${seq}` : `${kind} ${seq} elsewhere`)),
  );
  const anchors = report.anchorBreaks.map(({ kind, day, witness }) =>
    ["anchor", kind, day, ...(witness === null ? [] : [witness])].join(" "),
  );
  expect(isWhole(report)).toBe(chains.length + anchors.length === 0);
  return [...chains, ...anchors];
}

function own(statement: string, ...values: unknown[]): Promise<unknown> {
  return owner().query(statement, [tenantId, ...values]);
}

/** Somebody with the program's own knowledge: links and hashes of the whole chain made anew. */
async function seal(rows: readonly ChainRow[]): Promise<void> {
  let prevHash = genesis;
  for (const { hash: _old, ...row } of rows) {
    const record = { ...row, prevHash };
    const hash = auditHash(record);
    await own(
      "UPDATE audit_entry SET prev_hash = $3, hash = $4 WHERE tenant_id = $1 AND seq = $2",
      row.seq,
      prevHash,
      hash,
    );
    prevHash = hash;
  }
}

/** The anchors made anew to fit whatever stands in the chains now. */
async function forgeAnchors(): Promise<void> {
  const { rows } = await owner().query<{ id: string; day: string; chains: Anchor["chains"] }>(
    "SELECT id, day::text, chains FROM audit_anchor ORDER BY day",
  );
  let prevHash = genesis;
  for (const { id, day, chains } of rows) {
    const fitting = [];
    for (const end of chains) {
      const hash = (await rowsOf(end.chainId)).find(({ seq }) => seq === end.seq)?.hash ?? end.hash;
      fitting.push({ ...end, hash });
    }
    const hash = anchorHash({ day, chains: fitting, prevHash });
    await owner().query("UPDATE audit_anchor SET chains = $2, hash = $3, prev_hash = $4 WHERE id = $1", [
      id,
      JSON.stringify(fitting),
      hash,
      prevHash,
    ]);
    prevHash = hash;
  }
}

test("nobody touched anything: everything is whole, and what was read is counted", async () => {
  const progress: [number, number][] = [];
  const report = await verifyTrail({ copies: storedAnchors(), onProgress: (...at) => void progress.push(at) });
  // The two branches, and the college, whose trail names the anchors.
  expect(report).toMatchObject({ chains: 3, rows: 17, anchors: 2, lastAnchorDay: "2026-11-22", copies: 2 });
  expect([report.broken, report.anchorBreaks, report.rowsUnanchored]).toEqual([[], [], 3]);
  expect(progress[0]).toEqual([0, 17]);
  expect(progress.at(-1)).toEqual([17, 17]);
  expect(await findings(carried())).toEqual([]);
});

describe("an edited row", () => {
  test.each([
    ["who", "actor_name = '别人'"],
    ["what", "action = 'article.publish'"],
    ["which", "subject_id = '019a0000-0000-7000-8000-0000000000ff'"],
    ["when", "at = at + interval '1 millisecond'"],
    ["by whom", "actor_id = NULL"],
    ["the changes", "changes = jsonb_set(changes, '{title}', '\"改过\"')"],
    ["a change left out", "changes = changes - 'index'"],
  ])("%s", async (_, set) => {
    await own(`UPDATE audit_entry SET ${set} WHERE tenant_id = $1 AND seq = 3`);
    expect(await findings()).toEqual(["edited 3"]);
  });

  test("is told with what its content gives and what it claims", async () => {
    const hash = (await rowsOf(tenantId))[2]?.hash;
    await own("UPDATE audit_entry SET actor_name = '别人' WHERE tenant_id = $1 AND seq = 3");
    const { broken } = await verifyTrail({ copies: none() });
    expect(broken).toEqual([
      expect.objectContaining({
        chainId: tenantId,
        rows: 12,
        breaks: [
          {
            kind: "edited",
            seq: 3,
            expected: expect.not.stringMatching(String(hash)) as string,
            found: hash,
            day: null,
          },
        ],
      }),
    ]);
  });

  test("whose hash was made anew no longer fits the row after it", async () => {
    const [, , third] = await rowsOf(tenantId);
    if (!third) throw new Error("no third row");
    const { hash: _old, ...record } = { ...third, actorName: "别人" };
    await own(
      "UPDATE audit_entry SET actor_name = '别人', hash = $2 WHERE tenant_id = $1 AND seq = 3",
      auditHash(record),
    );
    expect(await findings()).toEqual(["unlinked 4"]);
  });
});

describe("a deleted row", () => {
  test.each([
    ["in the middle", 7],
    ["the first", 1],
    ["one an anchor names", 5],
  ])("%s", async (_, seq) => {
    await own("DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = $2", seq);
    expect(await findings()).toEqual([`missing ${seq}`]);
  });

  test("with the numbers after it closed up", async () => {
    await own("DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = 7");
    for (const seq of [8, 9, 10, 11, 12])
      await own("UPDATE audit_entry SET seq = seq - 1 WHERE tenant_id = $1 AND seq = $2", seq);
    expect((await findings())[0]).toBe("edited 7");
  });

  test("a whole chain", async () => {
    await own("DELETE FROM audit_entry WHERE tenant_id = $1");
    expect(await findings()).toEqual(["cut 0"]);
  });
});

describe("an inserted row", () => {
  const copyOf = (seq: string, source: number) =>
    own(
      `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'seq', ${seq}))).*
       FROM audit_entry e WHERE tenant_id = $1 AND seq = $2`,
      source,
    );

  test("under a number that is taken", async () => {
    await owner().query("DROP INDEX audit_entry_tenant_id_seq_key");
    await copyOf("4", 4);
    expect(await findings()).toEqual(["surplus 4"]);
  });

  test("between two, those behind it moved on", async () => {
    for (let seq = 12; seq > 4; seq -= 1)
      await own("UPDATE audit_entry SET seq = seq + 1 WHERE tenant_id = $1 AND seq = $2", seq);
    await copyOf("5", 4);
    expect((await findings())[0]).toBe("edited 5");
  });

  test("at the end", async () => {
    await copyOf("13", 12);
    expect(await findings()).toEqual(["edited 13", "unlinked 13"]);
  });

  test("into another branch's chain", async () => {
    await own("UPDATE audit_entry SET tenant_id = $2, seq = 4 WHERE tenant_id = $1 AND seq = 12", other);
    expect(await findings()).toEqual(["edited 4 elsewhere", "unlinked 4 elsewhere"]);
  });

  test("as a chain of nobody's", async () => {
    await own("UPDATE audit_entry SET tenant_id = gen_random_uuid(), seq = 1 WHERE tenant_id = $1 AND seq = 12");
    expect(await findings()).toEqual(["edited 1 elsewhere", "unlinked 1 elsewhere"]);
  });
});

test("two rows in each other's place", async () => {
  await owner().query("DROP INDEX audit_entry_tenant_id_seq_key");
  await own("UPDATE audit_entry SET seq = 15 - seq WHERE tenant_id = $1 AND seq IN (7, 8)");
  expect((await findings()).slice(0, 2)).toEqual(["edited 7", "unlinked 7"]);
});

describe("a cut tail", () => {
  const cutAfter = (seq: number) => own("DELETE FROM audit_entry WHERE tenant_id = $1 AND seq > $2", seq);

  test("is told by the anchor, with the day", async () => {
    await cutAfter(8);
    expect(await findings()).toEqual(["cut 8"]);
    const { broken } = await verifyTrail({ chainId: tenantId, copies: none() });
    expect(broken[0]?.breaks).toEqual([{ kind: "cut", seq: 8, expected: "10", found: "8", day: "2026-11-22" }]);
  });

  test("together with the anchor that knew it: the trail names it, and so do the copies", async () => {
    await cutAfter(8);
    await owner().query("DELETE FROM audit_anchor WHERE day = '2026-11-22'");
    expect(await findings()).toEqual(["anchor missing 2026-11-22 trail"]);
    expect(await findings(storedAnchors())).toContain("cut 8");
    expect(await findings(carried())).toEqual([
      "cut 8",
      "anchor missing 2026-11-22 audit-anchor-2026-11-22.json",
      "anchor missing 2026-11-22 trail",
    ]);
  });

  test("together with an older anchor: the next one names the one before it", async () => {
    await owner().query("DELETE FROM audit_anchor WHERE day = '2026-11-21'");
    expect(await findings()).toEqual(["anchor unlinked 2026-11-22", "anchor missing 2026-11-21 trail"]);
  });

  test("behind the last anchor is not known yet, and the report says how many rows that are", async () => {
    await cutAfter(11);
    expect(await findings()).toEqual([]);
    expect(await verifyTrail({ copies: none() })).toMatchObject({ rowsUnanchored: 2 });
  });
});

describe("a whole chain written anew", () => {
  const forge = async () => {
    await own("UPDATE audit_entry SET actor_name = '别人' WHERE tenant_id = $1 AND seq = 2");
    await seal(await rowsOf(tenantId));
  };

  test("is told by the anchors", async () => {
    await forge();
    expect(await findings()).toEqual(["rewritten 5", "rewritten 10"]);
  });

  test("with the anchors too: told by the college's trail", async () => {
    await forge();
    await forgeAnchors();
    expect(await findings()).toEqual(["anchor differs 2026-11-21 trail", "anchor differs 2026-11-22 trail"]);
  });

  test("with the anchors and the college's trail: told by the copies outside alone", async () => {
    await forge();
    await forgeAnchors();
    // The anchors name the college's chain too, so both are made anew until they fit each other.
    const college = (await withOffice((tx) => tx.college.findFirstOrThrow())).id;
    await owner().query("DELETE FROM audit_entry WHERE tenant_id = $1", [college]);
    await owner().query(
      "UPDATE audit_anchor SET chains = (SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(chains) c WHERE c->>'chainId' <> $1)",
      [college],
    );
    await forgeAnchors();
    expect(await findings()).toEqual([]);
    const told = await findings(carried());
    expect(told).toContain("rewritten 10");
    expect(told).toContain("anchor differs 2026-11-22 audit-anchor-2026-11-22.json");
  });
});

test("an edited anchor", async () => {
  await owner().query("UPDATE audit_anchor SET chains = '[]' WHERE day = '2026-11-21'");
  expect(await findings()).toEqual(["anchor edited 2026-11-21"]);
});

test("an edited copy is no witness, and is named", async () => {
  const changed = path.join(folder, "changed");
  await cp(path.join(folder, "outside"), changed, { recursive: true });
  const file = path.join(changed, "audit-anchor-2026-11-21.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"seq": 5', '"seq": 4'));
  expect(await findings(carriedAnchors(changed))).toEqual([
    "anchor unreadable audit-anchor-2026-11-21.json audit-anchor-2026-11-21.json",
  ]);
});

describe("taking anchors", () => {
  test("once a day, however often the job runs, each naming the one before", async () => {
    const third = new Date("2026-11-22T16:00:00Z");
    expect(await takeAnchor(second)).toBeNull();
    const taken = await Promise.all([takeAnchor(third), takeAnchor(third), takeAnchor(third)]);
    expect(taken.filter((anchor) => anchor !== null)).toHaveLength(1);
    const anchors = await withOffice((tx) => listAnchors(tx));
    expect(anchors.map(({ day }) => day)).toEqual(["2026-11-21", "2026-11-22", "2026-11-23"]);
    expect(anchors[2]?.prevHash).toBe(anchors[1]?.hash);
    expect(anchors[2]?.chains.find(({ chainId }) => chainId === tenantId)?.seq).toBe(12);
    expect(await findings()).toEqual([]);
  });

  test("a clock set back takes none between two that are linked", async () => {
    expect(await takeAnchor(new Date("2026-11-20T01:00:00Z"))).toBeNull();
  });

  test("an export never writes over a copy that is there", async () => {
    await owner().query("UPDATE audit_anchor SET chains = '[]' WHERE day = '2026-11-22'");
    const file = path.join(folder, "outside/audit-anchor-2026-11-22.json");
    const before = await readFile(file, "utf8");
    await exportAnchors(second);
    expect(await readFile(file, "utf8")).toBe(before);
    expect(await findings(storedAnchors())).toEqual(["anchor edited 2026-11-22"]);
  });
});
