"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { OvertakenNotice } from "../../components/overtaken-notice.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { EntriesField } from "./entries-field.tsx";
import { ImportEntriesButton } from "./import/import-entries-button.tsx";
import type { PublicityDetail, PublicityDraftProblem } from "./publicity-data.ts";
import { type PrepareFields, usePrepareForm } from "./use-prepare-form.ts";
import type { PublicityMoves } from "./use-publicity-moves.ts";

// The upload and the checks of names come when there is a list to prepare.
const FilesField = dynamic(() => import("./files-field.tsx").then((file) => file.FilesField), { ssr: false });

type PreparePanelProps = {
  branch: string;
  data: PublicityDetail;
  moves: PublicityMoves;
};

/** What whoever prepares a list fills in: title, people, whom to turn to, and when it runs. */
export function PreparePanel({ branch, data, moves }: PreparePanelProps) {
  const t = useTranslations("publicity");
  const errorText = useErrorText();
  const form = usePrepareForm({ branch, data, moves });
  const correcting = data.list.state === "running";
  // Nobody is told that a form is empty before they wrote into it.
  const problems = data.list.version === 0 ? [] : data.problems;
  return (
    <Panel title={correcting ? t("correct.title") : t("prepare.title")} description={correcting && t("correct.lead")}>
      <HeldFields held={form.isHandingIn} className="space-y-5">
        <TitleField fields={form.fields} problems={problems} onChange={form.change} />
        <section aria-label={t("entries")}>
          <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-medium">{t("entries")}</h3>
            <ImportEntriesButton
              branch={branch}
              publicityId={data.list.id}
              columns={data.template.columns}
              present={form.filled}
              onTake={form.takeIn}
            />
          </div>
          <EntriesField
            columns={data.template.columns}
            rows={form.fields.rows}
            problems={form.isDirty ? [] : problems}
            onChange={(rows) => form.change({ rows })}
          />
        </section>
        <FilesField branch={branch} data={data} ids={form.fields.attachmentIds} onChange={form.changeFiles} />
        <ContactFields fields={form.fields} problems={problems} onChange={form.change} />
        <PeriodFields fields={form.fields} data={data} correcting={correcting} onChange={form.change} />
      </HeldFields>
      <div className="mt-5 space-y-5">
        {form.overtaken && (
          <OvertakenNotice says={t("prepare.overtaken")} onTake={form.overtaken.take} onKeep={form.overtaken.keep} />
        )}
        {form.error !== null && form.overtaken === null && (
          <Notice tone="bad" role="alert">
            {errorText(form.error)}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={form.save} loading={form.isBusy} disabled={!form.isDirty}>
            {t("prepare.save")}
          </Button>
          <Button type="primary" onClick={form.handIn} loading={form.isBusy}>
            {correcting ? t("correct.submit") : t("prepare.submit")}
          </Button>
          <span className="text-ink-soft">{form.isDirty ? t("prepare.unsaved") : t("prepare.next")}</span>
        </div>
      </div>
    </Panel>
  );
}

type FieldsProps = {
  fields: PrepareFields;
  onChange: (part: Partial<PrepareFields>) => void;
};

function TitleField({ fields, problems, onChange }: FieldsProps & { problems: readonly PublicityDraftProblem[] }) {
  const t = useTranslations("publicity");
  const problem = problems.find(({ row, column }) => row === 0 && column === "title");
  return (
    <TextField
      label={t("prepare.titleLabel")}
      hint={t("prepare.titleHint")}
      value={fields.title}
      maxLength={80}
      onChange={(event) => onChange({ title: event.target.value })}
      {...(problem ? { error: t(`problem.${problem.problem}`) } : {})}
    />
  );
}

function ContactFields({ fields, problems, onChange }: FieldsProps & { problems: readonly PublicityDraftProblem[] }) {
  const t = useTranslations("publicity");
  const problem = problems.find(({ column }) => column === "contact");
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t("prepare.contact")}</legend>
      <div className="grid gap-3 md:grid-cols-3">
        <TextField
          label={t("prepare.contactName")}
          value={fields.contactName}
          maxLength={40}
          onChange={(event) => onChange({ contactName: event.target.value })}
        />
        <TextField
          label={t("prepare.contactPhone")}
          value={fields.contactPhone}
          maxLength={40}
          inputMode="tel"
          onChange={(event) => onChange({ contactPhone: event.target.value })}
          {...(problem ? { error: t(`problem.${problem.problem}`) } : {})}
        />
        <TextField
          label={t("prepare.contactAddress")}
          value={fields.contactAddress}
          maxLength={120}
          onChange={(event) => onChange({ contactAddress: event.target.value })}
        />
      </div>
    </fieldset>
  );
}

function PeriodFields({
  fields,
  data,
  correcting,
  onChange,
}: FieldsProps & { data: PublicityDetail; correcting: boolean }) {
  const t = useTranslations("publicity");
  const { proposedPeriod, template } = data;
  const shortest = proposedPeriod?.shortest;
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t("prepare.period")}</legend>
      <div className="grid gap-3 md:grid-cols-2">
        {!correcting && (
          <TextField
            type="datetime-local"
            label={t("prepare.startsAt")}
            hint={t("prepare.startsAtHint")}
            value={fields.startsAt}
            onChange={(event) => onChange({ startsAt: event.target.value })}
          />
        )}
        <TextField
          type="date"
          label={t("prepare.lastDay")}
          hint={
            shortest
              ? t(shortest.provisional ? "prepare.lastDayProvisional" : "prepare.lastDayHint", {
                  days: template.workingDaysMin,
                  day: dayInWords(shortest.lastDay),
                })
              : t("prepare.lastDayMin", { days: template.workingDaysMin })
          }
          value={fields.lastDay}
          {...(shortest ? { min: shortest.lastDay } : {})}
          onChange={(event) => onChange({ lastDay: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
