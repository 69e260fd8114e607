"use client";

import { useTranslations } from "next-intl";
import type { RevisionDifference } from "../article-data.ts";
import { fullMomentText } from "../format-time.ts";
import { DiffParts } from "./diff-parts.tsx";

type FieldDifference = RevisionDifference["fields"][number];

/** What changed beside the text: title, column, source … */
export function FieldDifferences({ fields }: { fields: readonly FieldDifference[] }) {
  const t = useTranslations("articles");
  if (fields.length === 0) return null;
  return (
    <dl className="mb-4 divide-y divide-line rounded-md border border-line">
      {fields.map((difference) => (
        <div key={difference.field} className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2">
          <dt className="w-20 shrink-0 text-ink-soft">{t(`field.${difference.field}`)}</dt>
          <dd className="min-w-0 flex-1 basis-48 break-words">
            <DiffParts parts={partsOf(difference)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Instants and file names are compared as a whole: half a date says nothing. */
function partsOf({ field, from, to, parts }: FieldDifference) {
  if (field !== "eventAt" && field !== "cover" && field !== "column") return parts;
  const shown = (value: string) => (field === "eventAt" && value !== "" ? fullMomentText(new Date(value)) : value);
  return [
    ...(from === "" ? [] : [{ change: "removed" as const, text: shown(from) }]),
    ...(to === "" ? [] : [{ change: "added" as const, text: shown(to) }]),
  ];
}
