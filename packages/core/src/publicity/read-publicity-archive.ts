import { z } from "zod";
import { withTenant, type Tx } from "@zhibu/db/scope";
import { publicityEntrySchema } from "@zhibu/domain/publicity/publicity-draft";
import type { ReadArchiveInput } from "@zhibu/domain/publicity/publicity-inputs";
import { publicityColumnSchema } from "@zhibu/domain/publicity/publicity-template";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { getPublicityList, publicitySubject, type PublicityRow } from "./get-publicity-list.ts";
import { fixedFiles } from "./publicity-files.ts";

/** What a signed text keeps of its columns. */
const fixedColumnSchema = publicityColumnSchema.pick({ key: true, label: true });

/** The newest looks a person is told of; older ones are in the audit trail. */
const looksMax = 50;

/**
 * A list as readers had it, names and all, newest text first, and who looked before. Each look is in the trail with its
 * reason, in the transaction that reads.
 */
export async function readPublicityArchive(ctx: BranchContext, { publicityId, reason }: ReadArchiveInput) {
  assertCan(ctx.actor.roles, "publicity:readArchive");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityList(tx, ctx, publicityId);
    const texts = await shownTexts(tx, list);
    const looks = await looksBefore(
      tx,
      list,
      new Map(texts.flatMap(({ files }) => files).map((f) => [f.mediaId, f.name])),
    );
    await audit(tx, ctx, "publicity.readArchive", publicitySubject(list.id), { no: list.no, reason });
    return { texts, looks };
  });
}

/** A text that was signed and taken back before it began was never before readers. */
async function shownTexts(tx: Tx, list: PublicityRow) {
  const texts = await tx.publicityText.findMany({
    where: { tenantId: list.tenantId, listId: list.id, startsAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      id: true,
      ...{ number: true, title: true, columns: true, entries: true, files: true, hash: true },
      ...{ startsAt: true, endsAt: true },
    },
  });
  return texts.map(({ id, columns, entries, files, endsAt, ...text }) => ({
    ...text,
    columns: fixedColumnSchema.array().parse(columns),
    entries: publicityEntrySchema.array().parse(entries),
    files: fixedFiles(files),
    /** When it left the readers. */
    endsAt: id === list.textId ? (list.withdrawnAt ?? endsAt) : endsAt,
  }));
}

const lookSchema = z.object({ reason: z.string().default(""), file: z.string().optional() });

/** Newest first; `file` names what was opened, where it was one of the list's files. */
async function looksBefore(tx: Tx, { tenantId, id }: PublicityRow, fileNames: ReadonlyMap<string, string>) {
  const records = await tx.auditEntry.findMany({
    where: { tenantId, subjectType: "publicity", subjectId: id, action: "publicity.readArchive" },
    orderBy: { seq: "desc" },
    take: looksMax,
    select: { id: true, actorName: true, changes: true, at: true },
  });
  return records.map(({ changes, ...look }) => {
    const { reason, file } = lookSchema.parse(changes);
    return { ...look, reason, file: file === undefined ? null : (fileNames.get(file) ?? null) };
  });
}
