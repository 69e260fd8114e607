import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { AddFactInput } from "@zhibu/domain/baseline/baseline-inputs";
import type { OfficeContext } from "../../kernel/context.ts";
import { addFact } from "../add-fact.ts";

/** A fact under a key no other test has: 党员总数, 1286 名, unless the test is about something else. */
export async function newFact(office: OfficeContext, change: Partial<AddFactInput> = {}) {
  const input = {
    key: `fact-${newId().slice(-12)}`,
    name: "党员总数",
    unit: "名",
    note: "",
    value: "1286",
    effectiveFrom: "2026-01-01",
    source: "年度统计",
    ...change,
  };
  const { factId } = await addFact(office, input);
  return { factId, key: input.key };
}

export async function versionOf(factId: string): Promise<number> {
  return (await withOffice((tx) => tx.fact.findUniqueOrThrow({ where: { id: factId } }))).version;
}
