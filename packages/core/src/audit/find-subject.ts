import type { Tx } from "@zhibu/db/scope";
import { readSubjectText } from "@zhibu/domain/audit/subject-text";

/** Why no subject could be found: words that name none, a number without its branch, or nothing there. */
export type SubjectProblem = "unreadable" | "branchNeeded" | "missing";

/** The id of what somebody typed into the filter. */
export async function findSubject(
  tx: Tx,
  text: string,
  chainId: string | undefined,
): Promise<{ id: string } | { problem: SubjectProblem }> {
  const named = readSubjectText(text);
  if (named === null) return { problem: "unreadable" };
  if (named.kind === "id") return { id: named.id };
  const tenantId = named.kind === "address" ? await branchAt(tx, named.host) : chainId;
  if (named.kind === "number" && tenantId === undefined) return { problem: "branchNeeded" };
  const article =
    tenantId === undefined
      ? null
      : await tx.article.findUnique({ where: { tenantId_no: { tenantId, no: named.no } }, select: { id: true } });
  return article ?? { problem: "missing" };
}

async function branchAt(tx: Tx, host: string): Promise<string | undefined> {
  const [slug = ""] = host.split(".");
  const branches = await tx.branch.findMany({
    where: { OR: [{ customDomain: host }, { slug }] },
    select: { id: true, customDomain: true },
  });
  return (branches.find(({ customDomain }) => customDomain === host) ?? branches[0])?.id;
}
