import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { HandOverList } from "@zhibu/core/articles/hand-over/get-hand-over";
import { dayText, momentText } from "../day-text.ts";
import { PrintButton } from "./print-button.tsx";

type HandOverSheetProps = { list: HandOverList; collegeName: string };

const cell = "border border-line-strong px-2 py-1.5 text-left align-top print:border-black";

/** One A4 sheet (more where the work is much): who, what, from when, and room for three signatures. */
export async function HandOverSheet({ list, collegeName }: HandOverSheetProps) {
  const t = await getTranslations("office-people.handOverList");
  return (
    <>
      <header className="mx-auto flex max-w-[210mm] flex-wrap items-center justify-between gap-3 px-4 pt-4 print:hidden">
        <p className="text-ink-soft">{t("hint")}</p>
        <div className="flex items-center gap-4">
          <a href="/inbox" className="text-ink-soft hover:text-ink">
            {t("back")}
          </a>
          <PrintButton label={t("print")} />
        </div>
      </header>
      <main className="mx-auto my-4 min-h-[260mm] max-w-[210mm] border border-line bg-surface px-5 py-10 text-[15px] leading-7 md:px-[18mm] print:m-0 print:min-h-0 print:max-w-none print:border-0 print:p-0 print:text-[12pt]">
        <p className="text-center text-ink-soft print:text-black">{t("college", { college: collegeName })}</p>
        <h1 className="mb-6 text-center text-2xl font-semibold tracking-widest">{t("title")}</h1>
        <Facts list={list} />
        <Roles list={list} />
        <Articles list={list} />
        <section className="mt-8 break-inside-avoid">
          <p className="indent-8">{t("statement")}</p>
          <Signatures words={[t("signFrom"), t("signTo"), t("signWitness")]} date={t("date")} />
        </section>
        <p className="mt-6 text-right text-xs text-ink-soft">{t("code", { id: list.id })}</p>
      </main>
    </>
  );
}

async function Facts({ list }: { list: HandOverList }) {
  const t = await getTranslations("office-people.handOverList");
  const facts: [string, ReactNode][] = [
    [t("branch"), list.branchName],
    [t("day"), dayText(list.day)],
    [t("from"), list.fromName],
    [t("to"), list.toName],
    [t("at"), momentText(list.at)],
    [t("by"), list.doneByName],
    ...(list.note === "" ? [] : [[t("note"), list.note] satisfies [string, ReactNode]]),
  ];
  return (
    <dl className="grid gap-x-8 md:grid-cols-2 print:grid-cols-2">
      {facts.map(([label, value]) => (
        <div key={label} className="flex gap-3 border-b border-line py-1">
          <dt className="shrink-0 text-ink-soft print:text-black">{label}</dt>
          <dd className="font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

async function Roles({ list }: { list: HandOverList }) {
  const t = await getTranslations("office-people.handOverList");
  const roleWord = await getTranslations("common.role");
  return (
    <section className="mt-7">
      <h2 className="mb-2 font-semibold">{t("roles")}</h2>
      {list.roles.length === 0 ? (
        <p>{t("noRoles")}</p>
      ) : (
        <table className="w-full border-collapse">
          <thead>
            <tr>
              {[t("role"), t("leaverUntil"), t("receiverTerm")].map((word) => (
                <th key={word} scope="col" className={`${cell} bg-ground font-medium print:bg-transparent`}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.roles.map(({ role, endsOn, given }) => (
              <tr key={`${role}-${endsOn}`}>
                <td className={cell}>{roleWord(role)}</td>
                <td className={cell}>{dayText(endsOn)}</td>
                <td className={cell}>{termOf(given)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );

  function termOf(given: { startsOn: string; endsOn: string | null } | null): string {
    if (given === null) return t("receiverHad");
    const from = dayText(given.startsOn);
    return given.endsOn === null ? t("fromOn", { from }) : t("fromTo", { from, to: dayText(given.endsOn) });
  }
}

async function Articles({ list }: { list: HandOverList }) {
  const t = await getTranslations("office-people.handOverList");
  const kindWord = await getTranslations("office-people.handOverPage.kind");
  return (
    <section className="mt-7">
      <h2 className="mb-2 font-semibold">{t("articles", { count: list.articles.length })}</h2>
      {list.articles.length === 0 ? (
        <p>{t("noArticles")}</p>
      ) : (
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr>
              {[t("number"), t("articleTitle"), t("column"), t("no"), t("state")].map((word) => (
                <th
                  key={word}
                  scope="col"
                  className={`${cell} bg-ground font-medium whitespace-nowrap print:bg-transparent`}
                >
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.articles.map(({ id, title, columnName, no, kind }, index) => (
              <tr key={id} className="break-inside-avoid">
                <td className={cell}>{index + 1}</td>
                <td className={`${cell} break-all`}>{title === "" ? t("untitled") : title}</td>
                <td className={cell}>{columnName}</td>
                <td className={cell}>{no}</td>
                <td className={`${cell} whitespace-nowrap`}>{kindWord(kind)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Signatures({ words, date }: { words: readonly string[]; date: string }) {
  return (
    <div className="mt-8 grid gap-8 sm:grid-cols-3 print:grid-cols-3">
      {words.map((word) => (
        <div key={word}>
          <p className="whitespace-nowrap">{word}</p>
          <p className="mt-9 border-b border-ink" />
          <p className="mt-2 text-right whitespace-nowrap">{date}</p>
        </div>
      ))}
    </div>
  );
}
