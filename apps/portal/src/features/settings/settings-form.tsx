"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { FormProvider } from "react-hook-form";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { appCodeOf } from "../../trpc/app-code-of.ts";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { SettingsField } from "./settings-field.tsx";
import { type SavedSettings, useSettingsForm } from "./use-settings-form.ts";

/** The form behind the footer and the introduction of the branch's site. */
export function SettingsForm({ branch, saved }: { branch: string; saved: SavedSettings }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { form, theirs, update, submit, discard } = useSettingsForm(branch, saved, () => {
    void message.success(t("common.saved"));
  });
  const { isDirty } = form.formState;
  const conflict = theirs !== null;
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label={t("settings.title")}>
        <Panel title={t("settings.intro")}>
          <SettingsField name="intro" theirs={theirs} hint={t("settings.introHint")} hiddenLabel rows={6} />
        </Panel>
        <Panel title={t("settings.contact")}>
          <SettingsField name="address" theirs={theirs} autoComplete="street-address" />
          <SettingsField name="phone" theirs={theirs} hint={t("settings.phoneHint")} inputMode="tel" />
          <SettingsField name="email" theirs={theirs} inputMode="email" />
          <SettingsField name="icp" theirs={theirs} hint={t("settings.icpHint")} />
        </Panel>
        {conflict && (
          <div className="mb-4">
            <Notice tone="waiting" role="alert">
              {t("settings.conflict")}
            </Notice>
          </div>
        )}
        {update.isError && appCodeOf(update.error) !== "CONFLICT" && (
          <div className="mb-4">
            <Notice tone="bad" role="alert">
              {errorText(update.error)}
            </Notice>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="primary" htmlType="submit" loading={update.isPending} disabled={!isDirty}>
            {update.isPending ? t("common.saving") : t("common.save")}
          </Button>
          {isDirty && (
            <>
              <Button onClick={discard}>{t("settings.reset")}</Button>
              <span className="text-ink-soft">{t("settings.unsaved")}</span>
            </>
          )}
        </div>
      </form>
    </FormProvider>
  );
}
