"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { FormProvider } from "react-hook-form";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { Notice } from "@zhibu/ui/notice";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { MediaField } from "./media-field.tsx";
import { useMediaTexts } from "./use-media-texts.ts";

type MediaTextsFormProps = { branch: string; item: MediaItem; onSaved: (saved: MediaItem) => void };

/** Name, alt text and source of an item. */
export function MediaTextsForm({ branch, item, onSaved }: MediaTextsFormProps) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { form, update, submit } = useMediaTexts(branch, item, (saved) => {
    void message.success(t("common.saved"));
    onSaved(saved);
  });
  const isPicture = item.kind === "picture";
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label={t("media.picker.texts")}>
        {update.isError && (
          <div className="mb-3">
            <Notice tone="bad" role="alert">
              {errorText(update.error)}
            </Notice>
          </div>
        )}
        {isPicture && (
          <MediaField
            name="alt"
            label={t("media.details.alt")}
            hint={t("media.details.altHint")}
            error={t("media.details.altError")}
            rows={2}
          />
        )}
        <MediaField
          name="source"
          label={t("media.details.source")}
          hint={isPicture ? t("media.details.sourceHint") : t("media.details.sourceHintAttachment")}
          error={t("media.details.sourceError")}
        />
        {item.can.rename ? (
          <MediaField
            name="name"
            label={t("media.details.name")}
            error={t("media.details.nameError")}
            suffix={`.${item.ext}`}
          />
        ) : (
          <div className="mb-4">
            <p className="mb-1 font-medium">{t("media.details.name")}</p>
            <p className="break-all">{item.name}</p>
            <p className="mt-1 text-[13px] text-ink-soft">{t("media.details.nameHint")}</p>
          </div>
        )}
        <Button type="primary" htmlType="submit" loading={update.isPending} disabled={!form.formState.isDirty}>
          {update.isPending ? t("common.saving") : t("common.save")}
        </Button>
      </form>
    </FormProvider>
  );
}
