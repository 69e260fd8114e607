"use client";

import { useTranslations } from "next-intl";
import type { HandOverPreview } from "@zhibu/core/articles/hand-over/preview-hand-over";
import { StatusWord } from "@zhibu/ui/status-word";
import { useTermText } from "../../people/use-term-text.ts";

type Branch = HandOverPreview["branches"][number];

type HandedBranchBoxProps = {
  branch: Branch;
  leftOut: { roles: ReadonlySet<string>; articles: ReadonlySet<string> };
  onRole: (id: string) => void;
  onArticles: () => void;
};

const check = "flex min-h-10 items-center gap-2 md:min-h-7";

/** Roles and unfinished work in one branch, each to be taken along or left. */
export function HandedBranchBox({ branch, leftOut, onRole, onArticles }: HandedBranchBoxProps) {
  const t = useTranslations("office-people.handOverPage");
  const roleWord = useTranslations("common.role");
  const termText = useTermText();
  return (
    <fieldset className="rounded-md border border-line p-3 md:p-4">
      <legend className="px-1 font-semibold">{branch.name}</legend>
      <p className="mb-1 text-[13px] text-ink-soft">{t("roles")}</p>
      {branch.roles.length === 0 && <p className="text-ink-soft">{t("noRoles")}</p>}
      {branch.roles.map((role) => (
        <label key={role.id} className={check}>
          <input
            type="checkbox"
            checked={!leftOut.roles.has(role.id)}
            onChange={() => onRole(role.id)}
            className="size-4 shrink-0 accent-brand"
          />
          <span className="font-medium">{roleWord(role.role)}</span>
          <span className="text-ink-soft">{termText(role)}</span>
        </label>
      ))}
      <p className="mt-3 mb-1 text-[13px] text-ink-soft">{t("articles", { count: branch.articles.length })}</p>
      {branch.articles.length === 0 ? (
        <p className="text-ink-soft">{t("noArticles")}</p>
      ) : (
        <Articles branch={branch} taken={!leftOut.articles.has(branch.slug)} onToggle={onArticles} />
      )}
    </fieldset>
  );
}

/** As many as fit a glance; the list on paper has them all. */
const articlesShown = 20;

function Articles({ branch, taken, onToggle }: { branch: Branch; taken: boolean; onToggle: () => void }) {
  const t = useTranslations("office-people.handOverPage");
  const untitled = useTranslations("office-people.handOverList")("untitled");
  const more = branch.articles.length - articlesShown;
  return (
    <>
      <label className={check}>
        <input type="checkbox" checked={taken} onChange={onToggle} className="size-4 shrink-0 accent-brand" />
        {t("withArticles")}
      </label>
      <ul className={`mt-1 divide-y divide-line border-y border-line ${taken ? "" : "opacity-50"}`}>
        {branch.articles.slice(0, articlesShown).map(({ id, no, title, columnName, kind }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5">
            <span className="min-w-40 flex-1 break-words">
              {title === "" ? untitled : title}
              <span className="ml-2 text-[13px] text-ink-soft">{columnName}</span>
            </span>
            <span className="text-[13px] text-ink-soft">{no}</span>
            <StatusWord>{t(`kind.${kind}`)}</StatusWord>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-1 text-[13px] text-ink-soft">{t("articlesMore", { count: more })}</p>}
      {branch.articles.some(({ kind }) => kind === "inReview") && (
        <p className="mt-2 text-[13px] text-ink-soft">{t("submittedStay")}</p>
      )}
    </>
  );
}
