"use client";

import { useTranslations } from "next-intl";
import type { EntryFileProblem } from "@zhibu/domain/publicity/read-entries-sheet";
import { Notice } from "@zhibu/ui/notice";

const problemsShownMax = 30;

/** What is wrong with a file, in the order of its rows, named as Excel shows row and column. */
export function FileProblems({ problems }: { problems: readonly EntryFileProblem[] }) {
  const t = useTranslations("publicity-import");
  return (
    <div className="space-y-3">
      <Notice tone="bad" role="alert">
        {t("bad", { count: problems.length })}
      </Notice>
      <ul aria-label={t("problems")} className="divide-y divide-line rounded-md border border-line">
        {problems.slice(0, problemsShownMax).map((problem) => (
          <li key={`${problem.rowNo} ${problem.column} ${problem.reason}`} className="px-3 py-2">
            <span className="font-medium">
              {t(problem.header === "" ? "where" : "whereHeader", {
                row: problem.rowNo,
                column: problem.column,
                header: problem.header,
              })}
            </span>{" "}
            <span className="text-bad">{t(`problem.${problem.reason}`)}</span>
            {problem.typed !== "" && (
              <span className="block text-[13px] break-all text-ink-soft">{t("typed", { typed: problem.typed })}</span>
            )}
          </li>
        ))}
      </ul>
      {problems.length > problemsShownMax && (
        <p className="text-[13px] text-ink-soft">{t("badMore", { count: problemsShownMax })}</p>
      )}
    </div>
  );
}
