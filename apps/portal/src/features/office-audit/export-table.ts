import { getTranslations } from "next-intl/server";
import type { TrailItem } from "@zhibu/core/audit/list-trail";
import type { StreamedTable } from "@zhibu/core/kernel/stream-table";
import { actorText } from "./actor-text.ts";
import { changeText, describeChanges, type AuditWords } from "./describe-changes.ts";
import { loadAuditWords } from "./load-audit-words.ts";

const moment = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" });

/** One record as cells, in the order of the table's columns. */
export function exportRow(words: AuditWords, item: TrailItem): string[] {
  return [
    moment.format(item.at),
    actorText(words, item),
    item.branchName ?? words.college,
    words.action(item.action) ?? item.action,
    words.subjectType(item.subjectType) ?? item.subjectType,
    [item.subject?.no, item.subject?.name].filter(Boolean).join(" "),
    describeChanges(words, item).map(changeText).join("\n"),
    String(item.seq),
    item.action,
    item.subjectId,
    item.hash,
  ];
}

/** The records as a table in people's words, made while they arrive: first what is read, then what is verified by. */
export async function exportTable(items: AsyncIterable<TrailItem>): Promise<StreamedTable> {
  const t = await getTranslations("office-audit.export");
  const words = await loadAuditWords();
  return {
    name: t("sheet"),
    columns: [
      { heading: t("time"), width: 20 },
      { heading: t("person"), width: 12 },
      { heading: t("place"), width: 24 },
      { heading: t("action"), width: 18 },
      { heading: t("type"), width: 10 },
      { heading: t("subject"), width: 36 },
      { heading: t("changes"), width: 60 },
      { heading: t("seq"), width: 8 },
      { heading: t("code"), width: 18 },
      { heading: t("subjectId"), width: 38 },
      { heading: t("hash"), width: 66 },
    ],
    rows: rowsOf(words, items),
  };
}

async function* rowsOf(words: AuditWords, items: AsyncIterable<TrailItem>): AsyncGenerator<string[]> {
  for await (const item of items) yield exportRow(words, item);
}
