"use client";

import { useTranslations } from "next-intl";
import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import type { PublicityColumn } from "@zhibu/domain/publicity/publicity-template";

type EntriesTableProps = {
  columns: readonly Pick<PublicityColumn, "key" | "label">[];
  entries: readonly PublicityEntry[];
};

/** The rows of a list to be read. */
export function EntriesTable({ columns, entries }: EntriesTableProps) {
  const t = useTranslations("publicity");
  return (
    <div className="relative overflow-x-auto rounded-md border border-line">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("entries")}</caption>
        <thead className="bg-neutral-soft text-left">
          <tr>
            <th scope="col" className="w-14 px-3 py-2 font-medium">
              {t("number")}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="px-3 py-2 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map((entry, index) => (
            <tr key={`${index}:${JSON.stringify(entry)}`}>
              <td className="px-3 py-2 text-ink-soft">{index + 1}</td>
              {columns.map(({ key }) => (
                <td key={key} className="px-3 py-2 break-words">
                  {entry[key] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
