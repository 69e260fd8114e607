"use client";

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { publicityColumnKinds, type PublicityColumn } from "@zhibu/domain/publicity/publicity-template";
import { TextField } from "@zhibu/ui/text-field";
import { NativeSelect } from "../../office-branches/native-select.tsx";
import type { TemplateFormState } from "./use-template-form.ts";

type ColumnRowProps = {
  form: TemplateFormState;
  index: number;
  column: PublicityColumn;
  onChange: (change: Partial<PublicityColumn>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One column: what it is called, what it holds and how much of it. */
export function ColumnRow({ form, index, column, onChange, onMove, onRemove }: ColumnRowProps) {
  const t = useTranslations("office-publicity.template");
  const kindId = useId();
  const place = `columns.${index}`;
  const isForbidden = form.isWrong(`${place}.forbidden`);
  return (
    <li className="rounded-md border border-line p-3">
      <fieldset>
        <legend className="sr-only">{t("columnNo", { no: index + 1 })}</legend>
        <div className="grid grid-cols-2 items-start gap-3 md:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_6rem_5rem_auto]">
          <div className="col-span-2 md:col-span-1">
            <TextField
              label={t("columnLabel")}
              value={column.label}
              maxLength={20}
              onChange={(event) => onChange({ label: event.target.value })}
              {...((isForbidden || form.isWrong(`${place}.label`)) && {
                error: t(isForbidden ? "wrong.forbidden" : "wrong.label"),
              })}
            />
          </div>
          <div className="col-span-2 md:col-span-1">
            <label htmlFor={kindId} className="mb-1 block font-medium">
              {t("columnKind")}
            </label>
            <NativeSelect
              id={kindId}
              className="w-full md:h-10"
              value={column.kind}
              disabled={column.key === "name"}
              options={publicityColumnKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              onChange={(kind) => onChange({ kind })}
            />
          </div>
          <TextField
            type="number"
            inputMode="numeric"
            min={1}
            max={60}
            label={t("columnLength")}
            value={Number.isNaN(column.lengthMax) ? "" : column.lengthMax}
            onChange={(event) => onChange({ lengthMax: event.target.valueAsNumber })}
            {...(form.isWrong(`${place}.lengthMax`) && { error: t("wrong.lengthMax") })}
          />
          <label className="flex min-h-10 items-center gap-2 self-end">
            <input
              type="checkbox"
              checked={column.required}
              disabled={column.key === "name"}
              onChange={(event) => onChange({ required: event.target.checked })}
              className="size-4 accent-brand"
            />
            {t("columnRequired")}
          </label>
          <RowButtons form={form} index={index} column={column} onMove={onMove} onRemove={onRemove} />
        </div>
      </fieldset>
    </li>
  );
}

function RowButtons({ form, index, column, onMove, onRemove }: Omit<ColumnRowProps, "onChange">) {
  const t = useTranslations("office-publicity.template");
  const { label } = column;
  const isName = column.key === "name";
  return (
    <div className="col-span-2 flex items-center gap-1 self-end md:col-span-1 md:min-h-10">
      <Button
        type="text"
        size="small"
        className="max-md:size-10!"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t("columnUpOf", { label })}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        size="small"
        className="max-md:size-10!"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t("columnDownOf", { label })}
        disabled={index === form.values.columns.length - 1}
        onClick={() => onMove(1)}
      />
      <Button
        type="text"
        size="small"
        className="max-md:size-10!"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={isName ? t("columnFixed") : t("columnRemoveOf", { label })}
        disabled={isName}
        onClick={onRemove}
      />
    </div>
  );
}
