"use client";

import { useTranslations } from "next-intl";
import { peopleFields, type PeopleField } from "@zhibu/domain/tenancy/people-import/people-columns";
import type { RowProblem, TypedRow } from "@zhibu/domain/tenancy/people-import/people-row";

type Row = { rowNo: number; typed: TypedRow; problems: readonly RowProblem[]; done: boolean };

/** The rows as they were typed; on a phone one below the other. */
export function ImportRowTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("office-people.importRun");
  const head = "px-2 py-2 text-left text-[13px] font-medium whitespace-nowrap text-ink-soft";
  return (
    <table aria-label={t("table")} className="w-full border-collapse max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={`${head} pl-5`}>
            {t("rowShort")}
          </th>
          {peopleFields.map((field) => (
            <th key={field} scope="col" className={head}>
              {t(`field.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <RowLines key={row.rowNo} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** What is wrong stands below the row it is wrong with, across its whole width. */
function RowLines({ row }: { row: Row }) {
  const t = useTranslations("office-people.importRun");
  const { rowNo, typed, problems, done } = row;
  const wrong = new Set(problems.map(({ header }) => header));
  return (
    <>
      <tr className="grid grid-cols-2 gap-x-4 gap-y-0.5 border-t border-line px-4 pt-3 pb-2 md:table-row">
        <th scope="row" className="text-left align-top font-normal max-md:col-span-2 md:py-2.5 md:pr-2 md:pl-5">
          <span className="max-md:hidden">{rowNo}</span>
          <span className="font-medium md:hidden">{t("row", { row: rowNo })}</span>
        </th>
        {peopleFields.map((field) => (
          <td key={field} className={`min-w-0 align-top break-words md:px-2 md:py-2.5 ${cellOf[field] ?? ""}`}>
            <span aria-hidden className="mr-2 text-[13px] text-ink-soft md:hidden">
              {t(`field.${field}`)}
            </span>
            <Typed field={field} typed={typed[field]} wrong={wrong.has(t(`field.${field}`))} />
            {field === "displayName" && done && <span className="ml-2 text-[13px] text-good">{t("taken")}</span>}
          </td>
        ))}
      </tr>
      {problems.length > 0 && <Problems problems={problems} />}
    </>
  );
}

/** Days and roles read badly in two lines. */
const cellOf: Partial<Record<PeopleField, string>> = {
  role: "md:whitespace-nowrap",
  startsOn: "md:whitespace-nowrap",
  endsOn: "md:whitespace-nowrap",
};

function Typed({ field, typed, wrong }: { field: PeopleField; typed: string; wrong: boolean }) {
  const t = useTranslations("office-people.importRun");
  if (typed !== "")
    return <span className={wrong ? "text-bad underline decoration-dotted underline-offset-4" : ""}>{typed}</span>;
  if (field === "loginName" && !wrong) return <span className="text-ink-soft">{t("auto")}</span>;
  if (field === "endsOn" && !wrong) return <span className="text-ink-soft">{t("open")}</span>;
  return <span className="text-ink-soft">—</span>;
}

function Problems({ problems }: Pick<Row, "problems">) {
  const t = useTranslations("office-people.importRun");
  const reasons = useTranslations("office-people.problem");
  return (
    <tr className="max-md:block">
      <td colSpan={peopleFields.length + 1} className="px-4 pb-3 max-md:block md:pr-2 md:pl-14">
        <ul className="space-y-0.5 text-[13px] text-bad">
          {problems.map(({ column, header, reason, params }) => (
            <li key={`${column}-${reason}`}>
              <span className="font-medium">
                {header === "" ? t("whereUnread", { column }) : t("where", { column, header })}
              </span>
              {reasons(reason, params)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
