"use client";

import { useTranslations } from "next-intl";
import type { getTrailStanding } from "@zhibu/core/audit/get-trail-standing";
import type { CheckResult } from "@zhibu/core/audit/run-trail-check";
import { Notice } from "@zhibu/ui/notice";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { BreakList } from "./break-list.tsx";

type Check = NonNullable<Awaited<ReturnType<typeof getTrailStanding>>["check"]>;

/** What a verification found, or how far it is. */
export function CheckOutcome({ check }: { check: Check | null }) {
  const t = useTranslations("office-audit.integrity");
  if (!check) return <p className="text-ink-soft">{t("never")}</p>;
  return (
    <div className="grid gap-2">
      {check.state === "running" && <Running check={check} />}
      {check.state === "failed" && <Notice tone="waiting">{t("failed")}</Notice>}
      {check.state === "lost" && <Notice tone="waiting">{t("lost")}</Notice>}
      {check.result && <Found result={check.result} />}
      <p className="text-[13px] text-ink-soft">
        <RelativeTime value={check.endedAt ?? check.startedAt} /> · {t("startedBy", { name: check.startedByName })}
      </p>
    </div>
  );
}

function Running({ check: { rowsDone, rowsTotal } }: { check: Check }) {
  const t = useTranslations("office-audit.integrity");
  const begun = rowsTotal > 0;
  return (
    <output className="block">
      <progress
        aria-label={t("progress")}
        {...(begun ? { value: rowsDone, max: rowsTotal } : {})}
        className="block h-2 w-full accent-brand"
      />
      <p className="mt-1">{begun ? t("running", { done: rowsDone, total: rowsTotal }) : t("starting")}</p>
    </output>
  );
}

function Found({ result }: { result: CheckResult }) {
  const t = useTranslations("office-audit.integrity");
  const { chains, rows, anchors, anchorBreaks, broken, rowsUnanchored, lastAnchorDay } = result;
  const count = broken.reduce((sum, chain) => sum + Math.max(chain.breakCount, 1), anchorBreaks.length);
  if (count > 0) {
    return (
      <>
        <Notice tone="bad">{t("broken", { count })}</Notice>
        <BreakList result={result} />
      </>
    );
  }
  return (
    <>
      <Notice tone="good">{t("whole", { chains, rows, anchors })}</Notice>
      {lastAnchorDay === null && <p className="text-ink-soft">{t("noAnchor")}</p>}
      {lastAnchorDay !== null && rowsUnanchored > 0 && (
        <p className="text-ink-soft">{t("unanchored", { count: rowsUnanchored, day: lastAnchorDay })}</p>
      )}
    </>
  );
}
