"use client";

import { useTranslations } from "next-intl";
import { fullMomentText, momentText } from "../articles/format-time.ts";
import type { PublicityDetail } from "./publicity-data.ts";

/** The proof pack has them all. */
const spansShown = 5;

/** Whether the page could be read, as the probe recorded it; what nobody asked about is called unknown. */
export function ReachabilityFact({ found }: { found: NonNullable<PublicityDetail["reachability"]> }) {
  const t = useTranslations("publicity-proof.reachability");
  const { reached, lost, unknown, lostSpans } = found;
  if (reached + lost === 0) return t("none");
  return (
    <>
      <span className={lost === 0 ? undefined : "text-bad"}>
        {lost === 0 ? t("allReached", { reached }) : t("lost", { recorded: reached + lost, lost })}
      </span>
      {lostSpans.length > 0 && (
        <ul>
          {lostSpans.slice(0, spansShown).map(({ from, until, minutes }) => (
            <li key={from.toISOString()}>
              {t("span", { from: fullMomentText(from), until: momentText(until, from), minutes })}
            </li>
          ))}
          {lostSpans.length > spansShown && <li>{t("moreSpans", { count: lostSpans.length - spansShown })}</li>}
        </ul>
      )}
      {unknown > 0 && <span className="block text-ink-soft">{t("unknown", { minutes: unknown })}</span>}
    </>
  );
}
