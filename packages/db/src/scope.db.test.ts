import { describe, expect, test } from "vitest";
import { newId } from "./new-id.ts";
import { withOffice, withOfficeReading, withOfficeSnapshot, withReader, withTenant, type Tx } from "./scope.ts";
import { appoint, newBareBranch, newUser } from "./testing/factories.ts";

async function columnIn(branch: { tenantId: string }): Promise<string> {
  const id = newId();
  await withOffice((tx) =>
    tx.siteColumn.create({
      data: { tenantId: branch.tenantId, id, slug: `c${id.slice(-8)}`, name: "测试栏目", module: "news", position: 0 },
    }),
  );
  return id;
}

describe("withTenant", () => {
  test("shows the own rows and none of another branch, even when asked for by id", async () => {
    const [own, foreign] = [await newBareBranch(), await newBareBranch()];
    const [ownColumn, foreignColumn] = [await columnIn(own), await columnIn(foreign)];
    await withTenant(own.tenantId, async (tx) => {
      expect(await tx.siteColumn.findMany({ select: { id: true } })).toEqual([{ id: ownColumn }]);
      expect(await tx.siteColumn.findFirst({ where: { tenantId: foreign.tenantId, id: foreignColumn } })).toBeNull();
    });
  });

  test("refuses to write a row of another branch", async () => {
    const [own, foreign] = [await newBareBranch(), await newBareBranch()];
    const data = {
      tenantId: foreign.tenantId,
      id: newId(),
      slug: "smuggled",
      name: "外来栏目",
      module: "news" as const,
      position: 0,
    };
    await expect(withTenant(own.tenantId, (tx) => tx.siteColumn.create({ data }))).rejects.toThrow(
      /row-level security/u,
    );
    expect(await withOffice((tx) => tx.siteColumn.count({ where: { slug: "smuggled" } }))).toBe(0);
  });

  test("changes and deletes nothing of another branch", async () => {
    const [own, foreign] = [await newBareBranch(), await newBareBranch()];
    const foreignColumn = await columnIn(foreign);
    const where = { tenantId: foreign.tenantId };
    await withTenant(own.tenantId, async (tx) => {
      expect(await tx.siteColumn.updateMany({ where, data: { name: "改名" } })).toEqual({ count: 0 });
      expect(await tx.siteColumn.deleteMany({ where })).toEqual({ count: 0 });
    });
    expect(await withOffice((tx) => tx.siteColumn.findMany({ where, select: { id: true, name: true } }))).toEqual([
      { id: foreignColumn, name: "测试栏目" },
    ]);
  });

  test("knows the colleagues, not the people of other branches", async () => {
    const [own, foreign] = [await newBareBranch(), await newBareBranch()];
    const [colleague, stranger] = [await newUser("同事"), await newUser("外人")];
    await appoint(own, colleague, "webmaster");
    await appoint(foreign, stranger, "webmaster");
    expect(await withTenant(own.tenantId, (tx) => tx.user.findMany({ select: { displayName: true } }))).toEqual([
      { displayName: "同事" },
    ]);
  });
});

test("a transaction leaves neither role nor tenant behind on its connection", async () => {
  const branch = await newBareBranch();
  await columnIn(branch);
  await withTenant(branch.tenantId, (tx) => tx.siteColumn.count());
  const left = await withReader(
    null,
    (tx) =>
      tx.$queryRaw<
        { tenant: string; role: string }[]
      >`SELECT current_setting('app.tenant_id', true) AS tenant, current_user::text AS role`,
  );
  expect(left).toEqual([{ tenant: "", role: "zhibu_reader" }]);
});

test("a reader's scope of one branch sees no column of another, and none that is hidden", async () => {
  const [own, foreign] = [await newBareBranch(), await newBareBranch()];
  const [shown, hidden] = [await columnIn(own), await columnIn(own)];
  await columnIn(foreign);
  await withOffice((tx) => tx.siteColumn.updateMany({ where: { id: hidden }, data: { hidden: true } }));
  expect(await withReader(own.tenantId, (tx) => tx.siteColumn.findMany({ select: { id: true } }))).toEqual([
    { id: shown },
  ]);
});

test("plans kept by name never carry one role's or tenant's view into another's transaction", async () => {
  const [own, foreign] = [await newBareBranch(), await newBareBranch()];
  const [shown, hidden] = [await columnIn(own), await columnIn(own)];
  const foreignColumn = await columnIn(foreign);
  await withOffice((tx) => tx.siteColumn.updateMany({ where: { id: hidden }, data: { hidden: true } }));
  const idsIn = (tx: Tx) => tx.siteColumn.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  // More often than it takes PostgreSQL to settle on a plan for a named statement, on the same few connections.
  for (let round = 0; round < 12; round += 1) {
    expect(await withTenant(own.tenantId, idsIn)).toEqual([shown, hidden].toSorted().map((id) => ({ id })));
    expect(await withReader(own.tenantId, idsIn)).toEqual([{ id: shown }]);
    expect(await withTenant(foreign.tenantId, idsIn)).toEqual([{ id: foreignColumn }]);
  }
});

describe("reading for the college", () => {
  const scopes = {
    withOfficeReading,
    withOfficeSnapshot: <T>(work: (tx: Tx) => Promise<T>) => withOfficeSnapshot(10_000, work),
  };

  test.each(Object.entries(scopes))("%s sees every branch and the database refuses every write", async (_, scope) => {
    const [one, other] = [await newBareBranch(), await newBareBranch()];
    const ids = [await columnIn(one), await columnIn(other)];
    expect(await scope((tx) => tx.siteColumn.count({ where: { id: { in: ids } } }))).toBe(2);
    const refused = /read-only transaction/u;
    const attempts: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.siteColumn.updateMany({ where: { id: { in: ids } }, data: { name: "改名" } }),
      (tx) => tx.siteColumn.deleteMany({ where: { id: { in: ids } } }),
      (tx) => tx.siteVersion.create({ data: { siteId: newId() } }),
      (tx) => tx.$executeRaw`SELECT bump_sites(NULL, false)`,
    ];
    for (const attempt of attempts) await expect(scope(attempt)).rejects.toThrow(refused);
  });

  test("nobody talks the transaction out of it", async () => {
    await expect(
      withOfficeReading((tx) => tx.$executeRaw`SELECT set_config('transaction_read_only', 'off', true)`),
    ).rejects.toThrow(/read-write mode/u);
  });

  test("the next transaction on the connection writes again", async () => {
    const branch = await newBareBranch();
    for (let round = 0; round < 8; round += 1) {
      await withOfficeReading((tx) => tx.branch.count());
      await columnIn(branch);
    }
    expect(await withOffice((tx) => tx.siteColumn.count({ where: { tenantId: branch.tenantId } }))).toBe(8);
  });

  test("a snapshot sees one moment, whatever is committed beside it", async () => {
    const branch = await newBareBranch();
    const where = { tenantId: branch.tenantId };
    await withOfficeSnapshot(10_000, async (tx) => {
      expect(await tx.siteColumn.count({ where })).toBe(0);
      await columnIn(branch);
      expect(await tx.siteColumn.count({ where })).toBe(0);
    });
    expect(await withOfficeReading((tx) => tx.siteColumn.count({ where }))).toBe(1);
  });
});
