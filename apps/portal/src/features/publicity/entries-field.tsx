"use client";

import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import type { PublicityColumn } from "@zhibu/domain/publicity/publicity-template";
import { type FormRow, formRow, pastedCells, withPasted } from "./pasted-rows.ts";
import type { PublicityDraftProblem } from "./publicity-data.ts";

type EntriesFieldProps = {
  columns: readonly PublicityColumn[];
  rows: readonly FormRow[];
  /** What was found when the list was last saved, by the row it was found in then. */
  problems: readonly PublicityDraftProblem[];
  onChange: (rows: FormRow[]) => void;
};

/** The people of a list, typed or pasted from a sheet; what may not be published is said below its cell. */
export function EntriesField({ columns, rows, problems, onChange }: EntriesFieldProps) {
  const t = useTranslations("publicity");
  function change(index: number, key: string, text: string): void {
    onChange(rows.map((row, each) => (each === index ? { ...row, entry: { ...row.entry, [key]: text } } : row)));
  }
  function paste(event: ClipboardEvent, row: number, column: number): void {
    const cells = pastedCells(event.clipboardData.getData("text/plain"));
    if (!cells) return;
    event.preventDefault();
    onChange(withPasted(rows, columns, { row, column }, cells));
  }
  return (
    <div>
      <p className="mb-2 text-[13px] text-ink-soft">{t("entriesHint")}</p>
      <div className="relative overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse">
          <thead className="bg-neutral-soft text-left">
            <tr>
              <th scope="col" className="w-16 px-3 py-2 font-medium whitespace-nowrap">
                {t("number")}
              </th>
              {columns.map(({ key, label, required }) => (
                <th key={key} scope="col" className="min-w-36 px-2 py-2 font-medium">
                  {label}
                  {!required && <span className="ml-1 font-normal text-ink-soft">{t("optional")}</span>}
                </th>
              ))}
              <th scope="col" className="w-12">
                <span className="sr-only">{t("removeRow")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key} className="border-t border-line align-top">
                <td className="px-3 py-2.5 text-ink-soft">{index + 1}</td>
                {columns.map((column, place) => (
                  <Cell
                    key={column.key}
                    column={column}
                    row={index + 1}
                    text={row.entry[column.key] ?? ""}
                    problems={problems.filter((each) => each.row === index + 1 && each.column === column.key)}
                    onChange={(text) => change(index, column.key, text)}
                    onPaste={(event) => paste(event, index, place)}
                  />
                ))}
                <td className="px-1 py-1.5">
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t("removeRowNo", { row: index + 1 })}
                    onClick={() => onChange(rows.filter((each) => each !== row))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-2">
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, formRow()])}>
          {t("addRow")}
        </Button>
      </div>
    </div>
  );
}

type CellProps = {
  column: PublicityColumn;
  row: number;
  text: string;
  problems: readonly PublicityDraftProblem[];
  onChange: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
};

function Cell({ column, row, text, problems, onChange, onPaste }: CellProps) {
  const t = useTranslations("publicity");
  const [problem] = problems;
  const id = `cell-${column.key}-${row}`;
  return (
    <td className="px-2 py-1.5">
      <input
        value={text}
        maxLength={200}
        aria-label={t("cellLabel", { column: column.label, row })}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onPaste={onPaste}
        className="h-9 w-full rounded border border-line-strong bg-surface px-2 outline-none focus:border-brand aria-[invalid=true]:border-bad"
      />
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-[13px] text-bad">
          {t(`problem.${problem.problem}`)}
        </p>
      )}
    </td>
  );
}
