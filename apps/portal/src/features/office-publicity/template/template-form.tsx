"use client";

import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { blankTemplate } from "@zhibu/domain/publicity/default-templates";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { HeldFields } from "../../../components/kept-form/held-fields.tsx";
import { useUnsavedGuard } from "../../../components/leaving/use-unsaved-guard.ts";
import { OvertakenNotice } from "../../../components/overtaken-notice.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import type { TemplateDetail } from "../office-publicity-data.ts";
import { usePublicityMutation } from "../use-publicity-mutation.ts";
import { AssessmentFields } from "./assessment-fields.tsx";
import { BasicFields } from "./basic-fields.tsx";
import { ColumnsField } from "./columns-field.tsx";
import { type TemplateFormState, useTemplateForm } from "./use-template-form.ts";
import { WordsFields } from "./words-fields.tsx";

type TemplateFormProps = {
  template: TemplateDetail | null;
  /** A new type has a page of its own. */
  onMade?: (templateId: string) => void;
  /** Somebody else's wording is taken instead of what is typed. */
  onTake?: () => void;
};

/** A type of list in one form, from its name to the assessment it rests on; saving makes a new version. */
export function TemplateForm({ template, onMade, onTake }: TemplateFormProps) {
  // The wording the form began with: whoever would save over somebody else's is asked.
  const [begun, setBegun] = useState(template);
  const [ownNumber, setOwnNumber] = useState(numberOf(template));
  const overtaking = template !== null && numberOf(template) > ownNumber ? template.versions[0] : undefined;
  // Only wordings compete: one that was put aside meanwhile is still the same.
  const base = overtaking ? begun : template;
  if (!overtaking && begun !== template) setBegun(template);
  const t = useTranslations("office-publicity.overtaken");
  const form = useTemplateForm(base?.versions[0]?.definition ?? blankTemplate);
  useUnsavedGuard(form.changed.length > 0);
  const save = useSave(({ templateId, number }) => {
    // What was typed meanwhile is compared with what was saved, and stays.
    setOwnNumber(number);
    form.begin();
    onMade?.(templateId);
  });
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const definition = form.take();
    if (!definition) return;
    // Nobody has to invent a code for a new type.
    const key = base?.key ?? `type-${crypto.randomUUID().slice(0, 8)}`;
    save.mutate({ templateId: base?.id ?? null, version: base?.version ?? 0, key, definition });
  }
  return (
    <form noValidate onSubmit={submit} className="max-w-4xl [--field-height:2.5rem]">
      <HeldFields held={template === null && save.isPending}>
        <BasicFields form={form} />
        <ColumnsField form={form} />
        <WordsFields form={form} />
        <AssessmentFields form={form} />
      </HeldFields>
      {overtaking && !save.isPending && (
        <div className="mb-4">
          <OvertakenNotice
            says={t("template", { person: overtaking.createdByName, number: overtaking.number })}
            onTake={() => onTake?.()}
            onKeep={() => setOwnNumber(numberOf(template))}
          />
        </div>
      )}
      <SavePanel base={base} form={form} isBusy={save.isPending} />
    </form>
  );
}

function numberOf(template: TemplateDetail | null): number {
  return template?.versions[0]?.number ?? 0;
}

type SavedTemplate = { templateId: string; number: number };

function useSave(onSaved: (saved: SavedTemplate) => void) {
  const t = useTranslations("office-publicity.template");
  const { message } = App.useApp();
  return useMutation(
    useTRPC().office.publicity.saveTemplate.mutationOptions(
      usePublicityMutation((saved: SavedTemplate) => {
        void message.success(t("saved", { number: saved.number }));
        onSaved(saved);
      }),
    ),
  );
}

type SavePanelProps = { base: TemplateDetail | null; form: TemplateFormState; isBusy: boolean };

function SavePanel({ base, form, isBusy }: SavePanelProps) {
  const t = useTranslations("office-publicity.template");
  const number = (base?.versions[0]?.number ?? 0) + 1;
  const lists = base?.versions.reduce((sum, version) => sum + version.lists, 0) ?? 0;
  const isUnchanged = base !== null && form.changed.length === 0;
  return (
    <Panel title={t("saveTitle")}>
      <div className="space-y-3">
        <Notice>
          {base === null ? t("saveNew") : `${t("saveNext", { number })}${t("saveKeeps", { count: lists })}`}
        </Notice>
        {form.problems > 0 && (
          <Notice tone="bad" role="alert">
            {t("problems", { count: form.problems })}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={isUnchanged}>
            {t(base === null ? "create" : "save")}
          </Button>
          <output className="text-ink-soft">{isUnchanged ? t("unchanged") : base !== null && t("unsaved")}</output>
        </div>
      </div>
    </Panel>
  );
}
