"use client";

import { useTranslations } from "next-intl";
import type { BranchSettingsFields } from "@zhibu/domain/tenancy/settings-inputs";
import { Panel } from "@zhibu/ui/panel";
import { settingsFieldNames } from "./settings-field-names.ts";

/** The settings for people who may read them. */
export function SettingsFacts({ settings }: { settings: BranchSettingsFields }) {
  const t = useTranslations("settings");
  return (
    <Panel title={t("contact")}>
      <dl className="divide-y divide-line">
        {settingsFieldNames.map((name) => (
          <div key={name} className="grid gap-x-4 gap-y-0.5 py-3 first:pt-0 last:pb-0 sm:grid-cols-[8rem_1fr]">
            <dt className="text-ink-soft">{t(name)}</dt>
            <dd className="break-words whitespace-pre-line">{settings[name] || t("empty")}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
