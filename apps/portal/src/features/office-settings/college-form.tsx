"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { CollegeSettings } from "@zhibu/core/tenancy/get-college-settings";
import { type CollegeFields, collegeFields } from "@zhibu/domain/tenancy/college-inputs";
import { Notice } from "@zhibu/ui/notice";
import { TextField } from "@zhibu/ui/text-field";
import { useKeptFields } from "../../components/kept-form/use-kept-fields.ts";
import { useUnsavedGuard } from "../../components/leaving/use-unsaved-guard.ts";
import { OvertakenNotice } from "../../components/overtaken-notice.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

const names = collegeFields.keyof().options;
const hinted = new Set<keyof CollegeFields>(["shortName", "phone", "icp"]);

function isSame(one: CollegeFields, other: CollegeFields): boolean {
  return names.every((name) => one[name] === other[name]);
}

/** The college's names and contact; what is typed while it is saved stays and counts as unsaved. */
export function CollegeForm({ settings }: { settings: CollegeSettings }) {
  const t = useTranslations("office-settings.college");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const trpc = useTRPC();
  const update = useMutation(
    trpc.office.settings.updateCollege.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.office.settings.get.queryOptions().queryKey }),
    }),
  );
  const saved = useMemo(() => ({ fields: settings.college, version: settings.version }), [settings]);
  const kept = useKeptFields<CollegeFields>(saved, isSame);
  useUnsavedGuard(kept.isDirty);
  const [wasTried, setTried] = useState(false);
  const parsed = collegeFields.safeParse(kept.fields);
  const wrong = new Set(wasTried && !parsed.success ? parsed.error.issues.map(({ path }) => path[0]) : []);

  async function save(): Promise<void> {
    setTried(true);
    if (!parsed.success) return;
    kept.change(() => parsed.data);
    await kept.save((sent, version) => update.mutateAsync({ ...sent, version }), parsed.data);
    void message.success(common("saved"));
  }

  return (
    <form
      noValidate
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault();
        // A refusal is shown above the button.
        void save().catch(() => undefined);
      }}
    >
      <div className="grid items-end gap-x-4 gap-y-5 sm:grid-cols-2">
        {names.map((name) => (
          <TextField
            key={name}
            label={t(name)}
            value={kept.fields[name]}
            onChange={({ target: { value } }) => kept.change((before) => ({ ...before, [name]: value }))}
            {...(hinted.has(name) ? { hint: t(`${name}Hint`) } : {})}
            {...(wrong.has(name) ? { error: t(`invalid.${name}`) } : {})}
          />
        ))}
      </div>
      <div className="mt-5 space-y-4">
        {kept.isOvertaken && <OvertakenNotice says={t("overtaken")} onTake={kept.takeTheirs} onKeep={kept.keepOwn} />}
        {update.isError && !kept.isOvertaken && (
          <Notice tone="bad" role="alert">
            {errorText(update.error)}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="primary" htmlType="submit" loading={update.isPending} disabled={!kept.isDirty}>
            {update.isPending ? common("saving") : common("save")}
          </Button>
          {kept.isDirty && <span className="text-ink-soft">{t("unsaved")}</span>}
        </div>
      </div>
    </form>
  );
}
