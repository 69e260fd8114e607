"use client";

import { useTranslations } from "next-intl";
import type { BranchCorrections } from "@zhibu/core/baseline/correction-counts";
import { Panel } from "@zhibu/ui/panel";

/** How far each branch is with what it was asked to put right; nothing where nobody was asked. */
export function CorrectionProgress({ branches }: { branches: readonly BranchCorrections[] }) {
  const t = useTranslations("office-facts.progress");
  if (branches.length === 0) return null;
  const open = branches.reduce((sum, branch) => sum + branch.open, 0);
  return (
    <Panel flush title={t("title")} description={open === 0 ? t("allDone") : t("stillOpen", { count: open })}>
      <div className="overflow-x-auto">
        <table className="w-full border-t border-line text-left">
          <thead className="text-[13px] text-ink-soft">
            <tr>
              {(["branch", "open", "done", "dismissed"] as const).map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`px-4 py-2 font-normal md:px-5 ${column === "branch" ? "" : "text-right"}`}
                >
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {branches.map((branch) => (
              <tr key={branch.slug}>
                <th scope="row" className="px-4 py-2.5 font-normal md:px-5">
                  {branch.branch}
                </th>
                <td className={`px-4 py-2.5 text-right md:px-5 ${branch.open > 0 ? "font-medium text-waiting" : ""}`}>
                  {branch.open}
                </td>
                <td className="px-4 py-2.5 text-right md:px-5">{branch.done}</td>
                <td className="px-4 py-2.5 text-right md:px-5">{branch.dismissed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
