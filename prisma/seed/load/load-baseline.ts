import { addDefaultTerms } from "@zhibu/core/baseline/add-default-terms";
import { readBaseline } from "@zhibu/core/baseline/college-baseline";
import { replaceFactUses } from "@zhibu/core/baseline/fact-uses";
import { dateOf } from "@zhibu/core/kernel/day-of";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { bodyFacts } from "@zhibu/domain/articles/document/body-facts";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { factsIn } from "@zhibu/domain/baseline/college-baseline";
import { factTextOf } from "@zhibu/domain/baseline/fact-text";
import { collegeStaff } from "../baseline/college-staff.ts";
import { demoFacts, demoPages } from "../demo/demo-baseline.ts";
import type { LoadedBranch, PeopleIds } from "./load-people.ts";

/** Facts, terms and pages of the college, after the office's texts they belong to. */
export async function loadBaseline(tx: Tx, office: LoadedBranch, people: PeopleIds, now: Date): Promise<void> {
  const [officer] = collegeStaff;
  const author = { createdById: people.get(officer.loginName) ?? newId(), createdByName: officer.name };
  for (const { values, ...fact } of demoFacts(now)) {
    const factId = newId();
    await tx.fact.create({ data: { id: factId, ...fact } });
    await tx.factValue.createMany({
      data: values.map(({ effectiveFrom, ...value }) => ({
        ...value,
        ...author,
        id: newId(),
        factId,
        effectiveFrom: dateOf(effectiveFrom),
        appliedAt: now,
      })),
    });
  }
  await addDefaultTerms(tx, now);
  await showFacts(tx, office.tenantId, now);
  await addPages(tx, office.tenantId);
}

/** What the editor does at each save: which facts a text shows, and the plain text that says them. */
async function showFacts(tx: Tx, tenantId: string, now: Date): Promise<void> {
  const baseline = await readBaseline(tx, now);
  const revisions = await tx.revision.findMany({
    where: { tenantId },
    select: { id: true, body: true, eventAt: true, column: { select: { module: true } } },
  });
  for (const { id, body: stored, eventAt, column } of revisions) {
    const body = parseBody(stored);
    const keys = bodyFacts(body);
    if (keys.length === 0) continue;
    await replaceFactUses(tx, { tenantId, revisionId: id }, keys);
    const values = factsIn(baseline, { ...column, eventAt, publishedAt: null });
    await tx.revision.update({
      where: { tenantId_id: { tenantId, id } },
      data: { bodyText: bodyText(body, factTextOf(values)) },
    });
  }
}

async function addPages(tx: Tx, tenantId: string): Promise<void> {
  for (const [position, { slug, title, article }] of demoPages.entries()) {
    const { id } = await tx.article.findFirstOrThrow({ where: { tenantId, title: article }, select: { id: true } });
    await tx.collegePage.create({
      data: { id: newId(), slug, title, articleTenantId: tenantId, articleId: id, position, live: true },
    });
  }
}
