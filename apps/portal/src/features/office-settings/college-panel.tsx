"use client";

import { useTranslations } from "next-intl";
import type { CollegeSettings } from "@zhibu/core/tenancy/get-college-settings";
import { collegeFields } from "@zhibu/domain/tenancy/college-inputs";
import { Panel } from "@zhibu/ui/panel";
import { CollegeForm } from "./college-form.tsx";

/** What every site says about the college: a form for the office, plain words for whoever only reads. */
export function CollegePanel({ settings }: { settings: CollegeSettings }) {
  const t = useTranslations("office-settings.college");
  return (
    <Panel title={t("title")} description={t("lead")}>
      {settings.can.configure ? (
        <CollegeForm settings={settings} />
      ) : (
        <dl className="divide-y divide-line">
          {collegeFields.keyof().options.map((name) => (
            <div key={name} className="grid gap-x-4 gap-y-0.5 py-3 first:pt-0 last:pb-0 sm:grid-cols-[8rem_1fr]">
              <dt className="text-ink-soft">{t(name)}</dt>
              <dd className="break-words">{settings.college[name] || t("empty")}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
