"use client";

import { useTranslations } from "next-intl";
import { fullMomentText } from "../articles/format-time.ts";
import type { PublicityDetail } from "./publicity-data.ts";

/** Who did what when, newest first; a period is ended by the clock, whoever signed it. */
export function PublicityTimeline({ events }: { events: PublicityDetail["timeline"] }) {
  const t = useTranslations("publicity.timeline");
  if (events.length === 0) return <p className="text-ink-soft">{t("empty")}</p>;
  return (
    <ol className="ml-1.5 border-l-2 border-line">
      {events.map((event) => (
        <li key={event.id} className="pb-4 pl-4 last:pb-0">
          <p>
            <span className="font-medium">{event.action === "end" ? t("clock") : event.actorName}</span>{" "}
            {t(`action.${event.action}`)}
          </p>
          {event.end && <RecomputedEnd end={event.end} />}
          {event.opinion !== "" && (
            <p className="mt-1 rounded bg-neutral-soft px-2.5 py-1.5 break-words whitespace-pre-wrap">
              {event.opinion}
            </p>
          )}
          <time dateTime={event.at.toISOString()} className="mt-0.5 block text-xs text-ink-soft">
            {fullMomentText(event.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** What a new working calendar did to the end; no list gets shorter by it. */
function RecomputedEnd({ end }: { end: NonNullable<PublicityDetail["timeline"][number]["end"]> }) {
  const t = useTranslations("publicity.timeline");
  const { before, after, provisional } = end;
  return (
    <div className="mt-1 rounded bg-neutral-soft px-2.5 py-1.5 break-words">
      <p>{before === after ? t("sameEnd", { after }) : t("newEnd", { before, after })}</p>
      {provisional && <p>{t("stillProvisional")}</p>}
      {!provisional && before === after && <p>{t("noLongerProvisional")}</p>}
    </div>
  );
}
