import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import type {} from "@zhibu/db/testing/global-setup";
import { approveArticle } from "../articles/approve-article.ts";
import { archiveArticle } from "../articles/archive-article.ts";
import { discardWork } from "../articles/discard-work.ts";
import { handInArticle } from "../articles/hand-in-article.ts";
import { pinArticle } from "../articles/pin-article.ts";
import { publishArticle } from "../articles/publish-article.ts";
import { recallArticle } from "../articles/recall-article.ts";
import { returnArticle } from "../articles/return-article.ts";
import { saveArticle } from "../articles/save-article.ts";
import { withdrawArticle } from "../articles/withdraw-article.ts";
import { addColumn } from "../columns/add-column.ts";
import { deleteColumn } from "../columns/delete-column.ts";
import { hideColumn } from "../columns/hide-column.ts";
import { renameColumn } from "../columns/rename-column.ts";
import { deleteMedia } from "../media/delete-media.ts";
import { provideStorage } from "../media/testing/storage-for-tests.ts";
import { uploadPicture } from "../media/testing/uploads.ts";
import { updateMedia } from "../media/update-media.ts";
import { updateBranchSettings } from "../tenancy/update-branch-settings.ts";
import {
  columnOf,
  contentIn,
  draftBy,
  publishedBy,
  staffedBranch,
  submittedBy,
  type Staff,
} from "../testing/articles.ts";

provideStorage();

/**
 * PostgreSQL notes in every row which transaction wrote it. A row whose transaction wrote no audit row was changed off
 * the record, whatever the code looks like.
 */
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
});
afterAll(() => owner.end());

/** Written without a record, on purpose. */
const offRecord = ["editing_presence", "article_view", "fact_use"];

async function tenantTables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'audit_entry'`,
  );
  return rows.map(({ name }) => name).filter((name) => !offRecord.includes(name));
}

/** The branch's rows by table, each with its transaction: a snapshot to compare with. */
async function transactionsOf(tenantId: string): Promise<Map<string, Set<string>>> {
  const written = new Map<string, Set<string>>();
  for (const table of [...(await tenantTables()), "branch"]) {
    const key = table === "branch" ? "id" : "tenant_id";
    const { rows } = await owner.query<{ xmin: string }>(
      `SELECT DISTINCT xmin::text AS xmin FROM ${pg.escapeIdentifier(table)} WHERE ${key} = $1`,
      [tenantId],
    );
    written.set(table, new Set(rows.map(({ xmin }) => xmin)));
  }
  return written;
}

async function recordedTransactions(tenantId: string): Promise<Set<string>> {
  const { rows } = await owner.query<{ xmin: string }>(
    `SELECT DISTINCT xmin::text AS xmin FROM audit_entry WHERE tenant_id = $1 OR tenant_id IN (SELECT id FROM college)`,
    [tenantId],
  );
  return new Set(rows.map(({ xmin }) => xmin));
}

/** Tables with rows that were written since, in a transaction that left no record. */
async function offTheRecord(tenantId: string, before: Map<string, Set<string>>): Promise<string[]> {
  const recorded = await recordedTransactions(tenantId);
  return [...(await transactionsOf(tenantId))].flatMap(([table, transactions]) =>
    [...transactions].filter((xmin) => !before.get(table)?.has(xmin) && !recorded.has(xmin)).map(() => table),
  );
}

type Setting = { staff: Staff };
type Deed = {
  arrange: (setting: Setting) => Promise<unknown>;
  act: (setting: Setting, arranged: never) => Promise<unknown>;
  who: keyof Staff;
  record: Record<string, unknown>;
};

/** Ties what was arranged to what acts on it. */
function deed<Arranged>(
  who: keyof Staff,
  arrange: (setting: Setting) => Promise<Arranged>,
  act: (setting: Setting, arranged: Arranged) => Promise<unknown>,
  record: Record<string, unknown>,
): Deed {
  return { who, arrange, act, record };
}

const nothing = () => Promise.resolve(null);
const column = ({ staff }: Setting) => columnOf(staff.webmaster, "news.activities");
const ownColumn = ({ staff }: Setting) =>
  addColumn(staff.webmaster, { name: "红色讲堂", slug: "hongse", parentId: null, cadenceDays: null });

const deeds: Record<string, Deed> = {
  "saving a new text of a live article": deed(
    "webmaster",
    ({ staff }) => publishedBy(staff),
    async ({ staff }, live) =>
      saveArticle(staff.webmaster, { ...live, content: await contentIn(staff.webmaster, { title: "改过" }) }),
    { action: "article.edit", subjectType: "article", changes: { from: null, to: "draft" } },
  ),
  "handing in": deed(
    "contributor",
    ({ staff }) => draftBy(staff.contributor),
    ({ staff }, draft) => handInArticle(staff.contributor, draft),
    {
      action: "article.handIn",
      changes: { from: "draft", to: "handed_in" },
    },
  ),
  submitting: deed("webmaster", nothing, ({ staff }) => submittedBy(staff.webmaster), {
    action: "article.submit",
    changes: { from: "draft", to: "in_review" },
  }),
  recalling: deed(
    "webmaster",
    ({ staff }) => submittedBy(staff.webmaster),
    ({ staff }, held) => recallArticle(staff.webmaster, held),
    {
      action: "article.recall",
      changes: { from: "in_review", to: "draft" },
    },
  ),
  returning: deed(
    "secretary",
    ({ staff }) => submittedBy(staff.webmaster),
    ({ staff }, held) => returnArticle(staff.secretary, { ...held, reason: "标题请再改" }),
    { action: "article.return", changes: { from: "in_review", to: "returned", opinion: "标题请再改" } },
  ),
  approving: deed(
    "secretary",
    ({ staff }) => submittedBy(staff.webmaster),
    ({ staff }, held) => approveArticle(staff.secretary, { ...held, opinion: "", waivers: [], publish: false }),
    { action: "article.approve", changes: { from: "in_review", to: "approved" } },
  ),
  publishing: deed(
    "webmaster",
    async ({ staff }) =>
      approveArticle(staff.secretary, {
        ...(await submittedBy(staff.webmaster)),
        opinion: "",
        waivers: [],
        publish: false,
      }),
    ({ staff }, held) => publishArticle(staff.webmaster, held),
    { action: "article.publish" },
  ),
  withdrawing: deed(
    "secretary",
    ({ staff }) => publishedBy(staff),
    ({ staff }, live) => withdrawArticle(staff.secretary, { ...live, reason: "内容有误" }),
    { action: "article.withdraw", changes: { from: "live", to: "withdrawn", reason: "内容有误" } },
  ),
  pinning: deed(
    "webmaster",
    ({ staff }) => publishedBy(staff),
    ({ staff }, live) => pinArticle(staff.webmaster, { ...live, pinned: true }),
    {
      action: "article.pin",
    },
  ),
  discarding: deed(
    "webmaster",
    async ({ staff }) => {
      const live = await publishedBy(staff);
      const content = await contentIn(staff.webmaster, { title: "改了一半" });
      const { version } = await saveArticle(staff.webmaster, { ...live, content });
      return { articleId: live.articleId, version };
    },
    ({ staff }, inWork) => discardWork(staff.webmaster, inWork),
    { action: "article.discard" },
  ),
  archiving: deed(
    "webmaster",
    async ({ staff }) => withdrawArticle(staff.secretary, { ...(await publishedBy(staff)), reason: "过期" }),
    ({ staff }, held) => archiveArticle(staff.webmaster, held),
    { action: "article.archive", changes: { from: "withdrawn" } },
  ),
  "adding a column": deed("webmaster", nothing, ownColumn, {
    action: "column.add",
    subjectType: "column",
    changes: { name: "红色讲堂" },
  }),
  "renaming a column": deed(
    "webmaster",
    column,
    ({ staff }, columnId) => renameColumn(staff.webmaster, { columnId, version: 0, name: "支部动态" }),
    { action: "column.rename", changes: { to: "支部动态" } },
  ),
  "hiding a column": deed(
    "webmaster",
    column,
    ({ staff }, columnId) => hideColumn(staff.webmaster, { columnId, version: 0 }),
    {
      action: "column.hide",
    },
  ),
  "deleting a column": deed(
    "webmaster",
    ownColumn,
    ({ staff }, { id }) => deleteColumn(staff.webmaster, { columnId: id, version: 0 }),
    { action: "column.delete", changes: { name: "红色讲堂", slug: "hongse" } },
  ),
  "uploading a picture": deed("webmaster", nothing, ({ staff }) => uploadPicture(staff.webmaster), {
    action: "media.upload",
    subjectType: "media",
  }),
  "describing a picture": deed(
    "webmaster",
    ({ staff }) => uploadPicture(staff.webmaster),
    ({ staff }, { id, version }) =>
      updateMedia(staff.webmaster, { mediaId: id, version, name: "合影", alt: "全体党员合影", source: "" }),
    { action: "media.update", changes: { to: { alt: "全体党员合影" } } },
  ),
  "deleting a picture": deed(
    "webmaster",
    ({ staff }) => uploadPicture(staff.webmaster),
    ({ staff }, { id, version }) => deleteMedia(staff.webmaster, { mediaId: id, version }),
    { action: "media.delete" },
  ),
  "changing what the branch says of itself": deed(
    "webmaster",
    nothing,
    ({ staff }) =>
      updateBranchSettings(staff.webmaster, {
        version: 0,
        intro: "新简介",
        address: "",
        phone: "",
        email: "",
        icp: "",
      }),
    { action: "branch.configure", subjectType: "branch", changes: { from: { intro: "" }, to: { intro: "新简介" } } },
  ),
};

describe("every write of a branch is in the trail of the same transaction, once", () => {
  test.each(Object.entries(deeds))("%s", async (_, { arrange, act, who, record }) => {
    const { branch, staff } = await staffedBranch();
    const setting: Setting = { staff };
    // `deed` made sure that what was arranged is what the act takes.
    const arranged = (await arrange(setting)) as never;
    const written = await transactionsOf(branch.tenantId);
    const seq = await lastSeq(branch.tenantId);

    await act(setting, arranged);

    expect(await offTheRecord(branch.tenantId, written)).toEqual([]);
    const added = await withOffice((tx) =>
      tx.auditEntry.findMany({ where: { tenantId: branch.tenantId, seq: { gt: seq } }, orderBy: { seq: "asc" } }),
    );
    const mine = added.filter(({ action }) => action === record["action"]);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({
      ...record,
      tenantId: branch.tenantId,
      actorId: staff[who].actor.userId,
      actorName: staff[who].actor.displayName,
      at: expect.any(Date) as Date,
    });
  });
});

async function lastSeq(tenantId: string): Promise<number> {
  const last = await withOffice((tx) => tx.auditEntry.findFirst({ where: { tenantId }, orderBy: { seq: "desc" } }));
  return last?.seq ?? 0;
}

test("the test would notice: a row changed in a transaction of its own is off the record", async () => {
  const { branch, staff } = await staffedBranch();
  const { articleId } = await draftBy(staff.webmaster);
  const written = await transactionsOf(branch.tenantId);
  await withOffice((tx) =>
    tx.article.updateMany({ where: { tenantId: branch.tenantId, id: articleId }, data: { title: "暗改" } }),
  );
  expect(await offTheRecord(branch.tenantId, written)).toEqual(["article"]);
});
