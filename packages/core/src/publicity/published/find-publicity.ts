import { z } from "zod";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { publicityEntrySchema, type PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import { optionalDayOf } from "../../kernel/day-of.ts";
import { fixedFiles, type FixedFile } from "../publicity-files.ts";
import { shownWords } from "../shown-words.ts";

const columnsSchema = z.array(z.object({ key: z.string(), label: z.string() }));

/** What readers are shown while a list runs. */
export type RunningPublicity = {
  kind: "running";
  no: number;
  id: string;
  title: string;
  typeName: string;
  notice: string;
  howToObject: string;
  legalBasis: string;
  columns: readonly { key: string; label: string }[];
  entries: readonly PublicityEntry[];
  files: readonly FixedFile[];
  startsAt: Date;
  lastDay: string;
  endsAt: Date;
  provisional: boolean;
  hash: string;
  signedByName: string;
  /** Minutes of the period so far in which the probe could not read the page. */
  minutesLost: number;
};

/** What stays: the period and the outcome, no names. */
export type PublicityStub = {
  kind: "stub";
  no: number;
  id: string;
  title: string;
  state: "ended" | "stated" | "withdrawn";
  startsAt: Date | null;
  lastDay: string | null;
  statement: string;
  statedAt: Date | null;
  objections: { received: number; open: number };
  /** Minutes of the period in which the probe could not read the page. */
  minutesLost: number;
};

/**
 * A list of the branch as readers may see it at this moment; `null` for one that was never begun or does not exist.
 * The caller's scope is the reader's: the database hides the names from the minute of the end on, whatever the row says.
 */
export async function findPublicity(
  tx: Tx,
  tenantId: TenantId,
  no: number,
): Promise<RunningPublicity | PublicityStub | null> {
  const list = await tx.publicityList.findUnique({
    where: { tenantId_no: { tenantId, no } },
    select: {
      id: true,
      no: true,
      state: true,
      title: true,
      textId: true,
      templateVersionId: true,
      startsAt: true,
      lastDay: true,
      endsAt: true,
      provisional: true,
      statement: true,
      statedAt: true,
    },
  });
  if (!list) return null;
  const { id, title, startsAt, endsAt } = list;
  const lastDay = optionalDayOf(list.lastDay);
  const minutesLost = await findMinutesLost(tx, id);
  const text = list.state === "running" && list.textId !== null ? await findText(tx, tenantId, list.textId) : null;
  if (text === null || startsAt === null || endsAt === null || lastDay === null) {
    const [counts] = await tx.$queryRaw<{ received: bigint; open: bigint }[]>`
      SELECT received, open FROM objection_counts(${id}::uuid)`;
    return {
      kind: "stub",
      no,
      id,
      title,
      // A list whose end the clock has not noted yet is over all the same.
      state: list.state === "stated" || list.state === "withdrawn" ? list.state : "ended",
      startsAt,
      lastDay,
      statement: list.state === "stated" ? list.statement : "",
      statedAt: list.statedAt,
      objections: { received: Number(counts?.received ?? 0), open: Number(counts?.open ?? 0) },
      minutesLost,
    };
  }
  const version = await tx.publicityTemplateVersion.findUniqueOrThrow({
    where: { id: list.templateVersionId },
    select: { definition: true },
  });
  const template = publicityTemplateSchema.parse(version.definition);
  const shown = shownWords(text, { title, startsAt, lastDay, workingDaysMin: template.workingDaysMin });
  return {
    kind: "running",
    no,
    id,
    ...shown,
    typeName: template.name,
    legalBasis: template.legalBasis,
    columns: columnsSchema.parse(text.columns),
    entries: publicityEntrySchema.array().parse(text.entries),
    files: fixedFiles(text.files),
    startsAt,
    lastDay,
    endsAt,
    provisional: list.provisional,
    hash: text.hash,
    signedByName: text.signedByName,
    minutesLost,
  };
}

async function findMinutesLost(tx: Tx, listId: string): Promise<number> {
  const [found] = await tx.$queryRaw<{ minutes: bigint }[]>`
    SELECT publicity_minutes_lost(${listId}::uuid) AS minutes`;
  return Number(found?.minutes ?? 0);
}

function findText(tx: Tx, tenantId: TenantId, id: string) {
  return tx.publicityText.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: {
      title: true,
      notice: true,
      howToObject: true,
      columns: true,
      entries: true,
      files: true,
      hash: true,
      signedByName: true,
    },
  });
}
