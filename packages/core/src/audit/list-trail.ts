import { withOfficeReading, type Tx } from "@zhibu/db/scope";
import type { ListTrailInput, TrailFilter } from "@zhibu/domain/audit/trail-inputs";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { findSubject, type SubjectProblem } from "./find-subject.ts";
import { nameSubjects, type SubjectName } from "./name-subjects.ts";
import { readTrail, type SettledFilter, type TrailRow } from "./read-trail.ts";

export type TrailItem = TrailRow & {
  /** What the subject is called today; `null` where it has no name or is gone. */
  subject: SubjectName | null;
  /** Names of what the changes refer to, by id. */
  references: Readonly<Record<string, string>>;
};

export type TrailPage = {
  items: readonly TrailItem[];
  nextCursor: string | null;
  /** Why the subject in the filter could not be found; the page is empty then. */
  subjectProblem: SubjectProblem | null;
  /** What the chain and the person in the filter are called. */
  chosen: { chain: string | null; actor: string | null };
  can: {
    /** Opens the branches' consoles and the office's own pages from the records. */
    oversee: boolean;
  };
};

/** One page of the trail of all chains, newest first, by keyset. Read only, for the office and the auditor. */
export async function listTrail(ctx: OfficeContext, { cursor, limit, ...filter }: ListTrailInput): Promise<TrailPage> {
  assertCanInCollege(ctx.actor.roles, "audit:read");
  const after = decodeCursor(cursor);
  const can = { oversee: canInCollege(ctx.actor.roles, "branch:oversee") };
  return withOfficeReading(async (tx) => {
    const chosen = await namesChosen(tx, filter);
    const settled = await settleFilter(tx, filter);
    if ("problem" in settled) return { items: [], nextCursor: null, subjectProblem: settled.problem, chosen, can };
    const rows = await readTrail(tx, settled, { after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const names = await nameSubjects(tx, page);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({ ...row, subject: names.subjectOf(row), references: names.referencesOf(row) })),
      nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
      subjectProblem: null,
      chosen,
      can,
    };
  });
}

/** The filter with its subject found. */
export async function settleFilter(
  tx: Tx,
  { subject = "", ...filter }: TrailFilter,
): Promise<SettledFilter | { problem: SubjectProblem }> {
  if (subject === "") return filter;
  const found = await findSubject(tx, subject, filter.chainId);
  return "problem" in found ? found : { ...filter, subjectId: found.id };
}

async function namesChosen(tx: Tx, { chainId, actorId }: TrailFilter): Promise<TrailPage["chosen"]> {
  const byId = (id: string) => ({ where: { id }, select: { name: true } });
  const chain =
    chainId === undefined
      ? null
      : ((await tx.branch.findUnique(byId(chainId))) ?? (await tx.college.findUnique(byId(chainId))));
  const actor =
    actorId === undefined ? null : await tx.user.findUnique({ where: { id: actorId }, select: { displayName: true } });
  return { chain: chain?.name ?? null, actor: actor?.displayName ?? null };
}
