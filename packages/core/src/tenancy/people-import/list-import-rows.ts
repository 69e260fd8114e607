import { withOffice } from "@zhibu/db/scope";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { ListImportRowsInput } from "@zhibu/domain/tenancy/people-import/import-inputs";
import type { OfficeContext } from "../../kernel/context.ts";
import { getImportRun } from "./get-import.ts";
import { readStoredData, readStoredProblems } from "./stored-row.ts";

const shown = { all: {}, bad: { NOT: { problems: { equals: [] } } }, good: { problems: { equals: [] } } } as const;

/** One page of a file's rows in its own order, each as typed with everything that is wrong with it. */
export async function listImportRows(ctx: OfficeContext, input: ListImportRowsInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const { importId, show, cursor, limit } = input;
  const rows = await withOffice(async (tx) => {
    await getImportRun(tx, importId);
    return tx.importRow.findMany({
      where: { importId, ...(cursor === undefined ? {} : { rowNo: { gt: cursor } }), ...shown[show] },
      orderBy: { rowNo: "asc" },
      take: limit + 1,
    });
  });
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ rowNo, data, problems, doneAt }) => ({
      rowNo,
      typed: readStoredData(data).typed,
      problems: readStoredProblems(problems),
      done: doneAt !== null,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.rowNo ?? null) : null,
  };
}
