"use client";

import { useTranslations } from "next-intl";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import { ColumnSelect } from "../../articles/column-select.tsx";
import { fromShanghaiInput, toShanghaiInput } from "../../articles/shanghai-input.ts";
import type { MediaShelf } from "../pictures/media-shelf.ts";
import type { ArticleFields } from "../workspace/article-draft.ts";
import { AttachmentsField } from "./attachments-field.tsx";
import { CoverField } from "./cover-field.tsx";
import { fieldId } from "./field-id.ts";
import { PanelField, panelInput } from "./panel-field.tsx";

export type FactsPanelProps = {
  branch: string;
  fields: ArticleFields;
  module: ColumnModule;
  shelf: MediaShelf;
  isEditable: boolean;
  onChange: (fields: Partial<ArticleFields>) => void;
};

const lineCharsMax = 60;
const summaryCharsMax = 300;

/** Everything about an article beside its words. */
export function FactsPanel({ branch, fields, module, shelf, isEditable, onChange }: FactsPanelProps) {
  const t = useTranslations("editor.facts");
  return (
    <>
      <PanelField id="article-column" label={t("column")}>
        <ColumnSelect
          id="article-column"
          branch={branch}
          value={fields.columnId}
          onChange={(columnId) => onChange({ columnId })}
          disabled={!isEditable}
          className="w-full"
        />
      </PanelField>
      <EventField eventAt={fields.eventAt} module={module} isEditable={isEditable} onChange={onChange} />
      {(["source", "author"] as const).map((name) => (
        <PanelField key={name} id={fieldId(name)} label={t(name)}>
          <input
            id={fieldId(name)}
            value={fields[name]}
            maxLength={lineCharsMax}
            readOnly={!isEditable}
            onChange={(event) => onChange({ [name]: event.target.value })}
            className={panelInput}
          />
        </PanelField>
      ))}
      <CoverField
        branch={branch}
        coverId={fields.coverId}
        shelf={shelf}
        isEditable={isEditable}
        onChange={(coverId) => onChange({ coverId })}
      />
      <PanelField
        id={fieldId("summary")}
        label={t("summary")}
        hint={t("summaryHint", { count: fields.summary.length, max: summaryCharsMax })}
      >
        <textarea
          id={fieldId("summary")}
          value={fields.summary}
          maxLength={summaryCharsMax}
          readOnly={!isEditable}
          rows={3}
          onChange={(event) => onChange({ summary: event.target.value })}
          className={`${panelInput} h-auto py-1.5 md:h-auto`}
        />
      </PanelField>
      <AttachmentsField
        branch={branch}
        ids={fields.attachmentIds}
        shelf={shelf}
        isEditable={isEditable}
        onChange={(attachmentIds) => onChange({ attachmentIds })}
      />
    </>
  );
}

type EventFieldProps = Pick<FactsPanelProps, "module" | "isEditable" | "onChange"> & { eventAt: string | null };

function EventField({ eventAt, module, isEditable, onChange }: EventFieldProps) {
  const t = useTranslations("editor.facts");
  return (
    <PanelField id={fieldId("eventAt")} label={t("eventAt")} {...(module === "news" ? { hint: t("eventAtHint") } : {})}>
      <input
        id={fieldId("eventAt")}
        type="datetime-local"
        value={toShanghaiInput(eventAt === null ? null : new Date(eventAt))}
        readOnly={!isEditable}
        onChange={(event) => onChange({ eventAt: fromShanghaiInput(event.target.value) })}
        className={panelInput}
      />
    </PanelField>
  );
}
