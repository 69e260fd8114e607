"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { publicityColumnKinds, type PublicityColumn } from "@zhibu/domain/publicity/publicity-template";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { ColumnRow } from "./column-row.tsx";
import { columnsMax, moved, withColumn } from "./template-columns.ts";
import type { TemplateFormState } from "./use-template-form.ts";

/** Which columns lists may show, in their order. The name's column stays: without it nobody is named. */
export function ColumnsField({ form }: { form: TemplateFormState }) {
  const t = useTranslations("office-publicity.template");
  const { columns } = form.values;
  const set = (next: PublicityColumn[]) => form.set({ columns: next });
  return (
    <Panel title={t("columns")} description={t("columnsLead")}>
      <div className="space-y-3">
        <Notice tone="waiting">{t("columnsForbidden")}</Notice>
        <ol className="space-y-3">
          {columns.map((column, index) => (
            <ColumnRow
              key={column.key}
              form={form}
              index={index}
              column={column}
              onChange={(change) => set(columns.map((each, at) => (at === index ? { ...each, ...change } : each)))}
              onMove={(by) => set(moved(columns, index, by))}
              onRemove={() => set(columns.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
        {form.isWrong("columns") && <p className="text-bad">{t("wrong.columns")}</p>}
        {columns.length < columnsMax ? (
          <fieldset aria-label={t("columnAdd")} className="flex flex-wrap items-center gap-2">
            <span className="text-ink-soft">{t("columnAdd")}</span>
            {publicityColumnKinds
              .filter((kind) => kind !== "name")
              .map((kind) => (
                <Button key={kind} size="small" onClick={() => set(withColumn(columns, kind, t(`kinds.${kind}`)))}>
                  {t(`kinds.${kind}`)}
                </Button>
              ))}
          </fieldset>
        ) : (
          <p className="text-ink-soft">{t("columnsFull")}</p>
        )}
      </div>
    </Panel>
  );
}
