import { withTenant, type Tx } from "@zhibu/db/scope";
import type { CompareRevisionsInput } from "@zhibu/domain/articles/compare-input";
import { bodyFacts } from "@zhibu/domain/articles/document/body-facts";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { factKeyAsText, type FactText } from "@zhibu/domain/baseline/fact-text";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { factsAt } from "../baseline/facts-at.ts";
import type { BranchContext } from "../kernel/context.ts";
import { diffBodies, type DiffLine } from "./diff-bodies.ts";
import { diffWords, type DiffPart } from "./diff-words.ts";

/** One changed field; event times are ISO instants for the screen to format. */
export type FieldDifference = {
  field:
    | "title"
    | "subtitle"
    | "introduction"
    | "summary"
    | "source"
    | "author"
    | "column"
    | "eventAt"
    | "cover"
    | "attachments";
  from: string;
  to: string;
  parts: readonly DiffPart[];
};

export type RevisionDifference = {
  fields: readonly FieldDifference[];
  body: readonly DiffLine[];
  /** Counts of body lines, for the headline of the review. */
  added: number;
  removed: number;
  changed: number;
};

/** What `to` changes against `from`; `fromId: null` shows everything as new. */
export async function compareRevisions(ctx: BranchContext, input: CompareRevisionsInput): Promise<RevisionDifference> {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, (tx) => differenceOf(tx, ctx, input));
}

/** The same inside the caller's transaction. */
export async function differenceOf(
  tx: Tx,
  ctx: BranchContext,
  input: CompareRevisionsInput,
): Promise<RevisionDifference> {
  const to = await comparable(tx, ctx, input.articleId, input.toId);
  const from = input.fromId === null ? null : await comparable(tx, ctx, input.articleId, input.fromId);
  const fields = Object.entries(to.fields).flatMap(([field, value]) => {
    const before = from?.fields[field as FieldDifference["field"]] ?? ""; // Object.entries forgets the key type.
    return before === value
      ? []
      : [{ field: field as FieldDifference["field"], from: before, to: value, parts: diffWords(before, value) }];
  });
  const body = diffBodies(from?.body ?? null, to.body, await factLabels(tx, ctx, [to.body, from?.body]));
  const count = (change: DiffLine["change"]) => body.filter((line) => line.change === change).length;
  return { fields, body, added: count("added"), removed: count("removed"), changed: count("changed") };
}

/** A reference is told from the same words written by hand: the value, and behind it the fact's name. */
async function factLabels(
  tx: Tx,
  ctx: BranchContext,
  bodies: readonly (BodyDocument | undefined)[],
): Promise<FactText> {
  const keys = [...new Set(bodies.flatMap((body) => (body ? bodyFacts(body) : [])))];
  if (keys.length === 0) return factKeyAsText;
  const values = await factsAt(tx, keys, shanghaiDay(ctx.now()));
  const facts = await tx.fact.findMany({ where: { key: { in: keys } }, select: { key: true, name: true } });
  const names = new Map(facts.map(({ key, name }) => [key, name]));
  return (key) => `${values.get(key) ?? ""}〔${names.get(key) ?? key}〕`;
}

async function comparable(tx: Tx, ctx: BranchContext, articleId: string, id: string) {
  const revision = await tx.revision.findUnique({
    where: { tenantId_id: { tenantId: ctx.tenantId, id } },
    include: {
      column: { select: { name: true } },
      cover: { select: { name: true } },
      media: {
        where: { use: "attachment" },
        orderBy: { position: "asc" },
        select: { media: { select: { name: true } } },
      },
    },
  });
  if (!revision || revision.articleId !== articleId) throw notFound();
  const fields: Record<FieldDifference["field"], string> = {
    title: revision.title,
    subtitle: revision.subtitle,
    introduction: revision.introduction,
    column: revision.column.name,
    source: revision.source,
    author: revision.author,
    eventAt: revision.eventAt?.toISOString() ?? "",
    summary: revision.summary,
    cover: revision.cover?.name ?? "",
    attachments: revision.media.map((used) => used.media.name).join("、"),
  };
  return { fields, body: parseBody(revision.body) };
}
