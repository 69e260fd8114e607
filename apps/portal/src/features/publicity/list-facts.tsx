"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { fullMomentText } from "../articles/format-time.ts";
import type { PublicityDetail } from "./publicity-data.ts";
import { ReachabilityFact } from "./reachability-fact.tsx";

/** When it runs, who signed it, where readers find it, and what became of it. */
export function ListFacts({ data, siteOrigin }: { data: PublicityDetail; siteOrigin: string }) {
  const t = useTranslations("publicity");
  const { list, texts, reachability } = data;
  const [text] = texts;
  const facts: [string, ReactNode][] = useWhatWillBe(data);
  if (list.state === "signed" && list.plannedStartAt)
    facts.push([t("fact.planned"), fullMomentText(list.plannedStartAt)]);
  if (list.startsAt) facts.push([t("fact.began"), fullMomentText(list.startsAt)]);
  if (list.lastDay && list.startsAt) facts.push([t("fact.until"), t("lastHour", { day: dayInWords(list.lastDay) })]);
  if (text) facts.push([t("fact.signed"), t("signedBy", { prepared: text.preparedName, signed: text.signedByName })]);
  if (text)
    facts.push([
      t("fact.hash"),
      <code key="hash" className="text-[13px] break-all">
        {text.hash}
      </code>,
    ]);
  if (list.startsAt) {
    facts.push([
      t("fact.page"),
      <a
        key="page"
        href={`${siteOrigin}/g/${list.no}`}
        target="_blank"
        rel="noreferrer"
        className="text-brand-strong underline underline-offset-2"
      >
        {t("openPage")}
      </a>,
    ]);
  }
  if (reachability) facts.push([t("fact.reachability"), <ReachabilityFact key="reachability" found={reachability} />]);
  return (
    <>
      {list.returnReason !== "" && (
        <div className="mb-4">
          <Notice tone="bad">{t("returned", { reason: list.returnReason })}</Notice>
        </div>
      )}
      {list.withdrawReason !== "" && (
        <div className="mb-4">
          <Notice tone="bad">{t("withdrawn", { reason: list.withdrawReason })}</Notice>
        </div>
      )}
      {list.provisional && list.state === "running" && (
        <div className="mb-4">
          <Notice tone="waiting">{t("provisional")}</Notice>
        </div>
      )}
      {facts.length > 0 && (
        <Panel>
          <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-soft">{name}</dt>
                <dd className="min-w-0 break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  );
}

/** What a signature would begin: from when, until when, and whom an objection reaches. Empty unless one is asked for. */
function useWhatWillBe({ list, draft, proposedPeriod, template }: PublicityDetail): [string, ReactNode][] {
  const t = useTranslations("publicity");
  if (list.state !== "in_review" || draft === null || proposedPeriod === null) return [];
  const { chosen } = proposedPeriod;
  const { name, phone, address } = draft.contact;
  return [
    [t("fact.began"), draft.startsAt === null ? t("atSignature") : fullMomentText(chosen.startsAt)],
    [
      t("fact.until"),
      t(chosen.provisional ? "lastHourProvisional" : "lastHourPlanned", {
        day: dayInWords(chosen.lastDay),
        days: template.workingDaysMin,
      }),
    ],
    [t("fact.contact"), [name, phone, address].filter((part) => part !== "").join("，")],
  ];
}
