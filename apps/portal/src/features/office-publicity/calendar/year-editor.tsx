"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { type SubmitEvent, useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { TextField } from "@zhibu/ui/text-field";
import { useUnsavedGuard } from "../../../components/leaving/use-unsaved-guard.ts";
import { OvertakenNotice } from "../../../components/overtaken-notice.tsx";
import type { CalendarYear } from "../office-publicity-data.ts";
import { type Arrangement, isSame } from "./year-days.ts";
import { YearGrid } from "./year-grid.tsx";
import { YearSummary } from "./year-summary.tsx";

const SaveYearDialog = dynamic(() => import("./save-year-dialog.tsx").then((file) => file.SaveYearDialog), {
  ssr: false,
});

function arrangementOf({ daysOff, swappedIn }: { daysOff: string[]; swappedIn: string[] }): Arrangement {
  return { daysOff: new Set(daysOff), swappedIn: new Set(swappedIn) };
}

/** The year's days to click, the document they come from, and the way to what saving them would do. */
export function YearEditor({ data, onAnew }: { data: CalendarYear; onAnew: () => void }) {
  const t = useTranslations("office-publicity.year");
  const overtaken = useTranslations("office-publicity.overtaken");
  // The version the editor began with: whoever would save over somebody else's is asked.
  const [base, setBase] = useState(data);
  const [arrangement, setArrangement] = useState(() => arrangementOf(base));
  const [source, setSource] = useState(base.source);
  const [wasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const isSourceWrong = source.trim().length < 2;
  // A year that came with the software is confirmed by being saved as it is.
  const isUnchanged =
    base.state === "confirmed" && isSame(arrangement, arrangementOf(base)) && source.trim() === base.source;
  useUnsavedGuard(!isSame(arrangement, arrangementOf(base)));
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (!isSourceWrong) setSaving(true);
  }
  return (
    <form noValidate onSubmit={submit}>
      <Panel>
        <div className="mb-4">
          <Announced
            data={base}
            arrangement={arrangement}
            onLoad={(announced) => {
              setArrangement(arrangementOf(announced));
              if (source.trim() === "") setSource(announced.source);
            }}
            onClear={() => setArrangement({ daysOff: new Set(), swappedIn: new Set() })}
          />
        </div>
        <Legend />
        <YearGrid year={base.year} arrangement={arrangement} onChange={setArrangement} />
      </Panel>
      <Panel title={t("summary")}>
        <div className="space-y-4">
          <YearSummary arrangement={arrangement} />
          <TextField
            label={t("source")}
            hint={t("sourceHint", { year: base.year })}
            value={source}
            maxLength={200}
            onChange={(event) => setSource(event.target.value)}
            {...(wasTried && isSourceWrong && { error: t("sourceWrong") })}
          />
          {!isSaving && data.version !== base.version && (
            <OvertakenNotice
              says={overtaken("year", { person: data.updatedByName })}
              onTake={onAnew}
              onKeep={() => setBase(data)}
            />
          )}
          <p className="text-ink-soft">{t("running", { count: data.running })}</p>
          <div className="flex flex-wrap items-center gap-3">
            <Button type="primary" htmlType="submit" disabled={isUnchanged}>
              {t("save")}
            </Button>
            <output className="text-ink-soft">
              {isUnchanged ? t("unchanged") : isSame(arrangement, arrangementOf(base)) ? "" : t("unsaved")}
            </output>
          </div>
        </div>
      </Panel>
      {isSaving && (
        <SaveYearDialog
          input={{
            year: base.year,
            version: base.version,
            daysOff: [...arrangement.daysOff].toSorted(),
            swappedIn: [...arrangement.swappedIn].toSorted(),
            source: source.trim(),
          }}
          onClose={() => setSaving(false)}
          onSaved={onAnew}
        />
      )}
    </form>
  );
}

function Legend() {
  const t = useTranslations("office-publicity.year");
  return (
    <div className="mb-4 space-y-1 text-[13px] text-ink-soft">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="rounded bg-bad-soft px-2 text-bad">{`${t("offMark")} ${t("off")}`}</span>
        <span className="rounded bg-info-soft px-2 text-info">{`${t("swappedMark")} ${t("swapped")}`}</span>
        <span className="rounded bg-neutral-soft px-2">{t("weekend")}</span>
      </p>
      <p className="hidden md:block">{t("keys")}</p>
    </div>
  );
}

type AnnouncedProps = {
  data: CalendarYear;
  arrangement: Arrangement;
  onLoad: (announced: NonNullable<CalendarYear["announced"]>) => void;
  onClear: () => void;
};

/** What the maintained source says of the year, to be taken over or compared with. */
function Announced({ data: { announced, state }, arrangement, onLoad, onClear }: AnnouncedProps) {
  const t = useTranslations("office-publicity.year");
  const isDifferent = announced !== null && !isSame(arrangement, arrangementOf(announced));
  const isEmpty = arrangement.daysOff.size + arrangement.swappedIn.size === 0;
  const same = state === "supplied" ? t("suppliedSame") : t("loadedSame");
  const says = isEmpty ? t("loadHint") : isDifferent ? t("loadedDiffers") : same;
  return (
    <Notice
      tone={announced === null || (isDifferent && !isEmpty) ? "waiting" : "info"}
      action={
        <>
          {announced !== null && isDifferent && (
            <Button size="small" onClick={() => onLoad(announced)}>
              {t("load")}
            </Button>
          )}
          {!isEmpty && (
            <Button size="small" type="text" onClick={onClear}>
              {t("clear")}
            </Button>
          )}
        </>
      }
    >
      {announced === null ? t("notAnnounced") : says}
    </Notice>
  );
}
