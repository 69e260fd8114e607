"use client";

import { useTranslations } from "next-intl";
import { pushModes, type PushMode } from "@zhibu/domain/articles/push/push-names";

type ModeChoiceProps = { mode: PushMode; onChange: (mode: PushMode) => void };

/** How the article comes to the branches, each way with what will happen in plain words. */
export function ModeChoice({ mode, onChange }: ModeChoiceProps) {
  const t = useTranslations("office-pushes");
  return (
    <fieldset aria-label={t("form.mode.title")} className="grid gap-3 md:grid-cols-3">
      {pushModes.map((each) => (
        <label
          key={each}
          className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-3 rounded-md border border-line-strong px-4 py-3 hover:bg-ground has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:ring-3 has-focus-visible:ring-brand/20"
        >
          <input
            type="radio"
            name="mode"
            value={each}
            checked={each === mode}
            onChange={() => onChange(each)}
            className="mt-1 size-4 shrink-0 accent-brand"
          />
          <span className="font-medium">{t(`mode.${each}.title`)}</span>
          <span className="col-start-2 mt-0.5 text-[13px] text-ink-soft">{t(`mode.${each}.lead`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
