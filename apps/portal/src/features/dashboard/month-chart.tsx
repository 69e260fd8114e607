"use client";

import { useTranslations } from "next-intl";
import type { Dashboard } from "../articles/article-data.ts";
import { monthOf } from "./month-of.ts";

type MonthChartProps = { months: Dashboard["months"]; due: number };

const size = { width: 480, height: 168, floor: 140, top: 22 } as const;

/** Items of the last months as bars, with the line of what is due; read out as a table by screen readers. */
export function MonthChart({ months, due }: MonthChartProps) {
  const t = useTranslations("dashboard.months");
  const most = Math.max(due, ...months.map(({ items }) => items), 1);
  const heightOf = (items: number) => (items / most) * (size.floor - size.top);
  const step = size.width / Math.max(1, months.length);
  const dueY = size.floor - heightOf(due);
  return (
    <>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} className="h-auto w-full" aria-hidden>
        {months.map(({ month, items, prompt }, index) => {
          const x = index * step + step / 2;
          return (
            <g key={month.toISOString()} className="text-[13px]">
              <rect
                x={x - 18}
                y={size.floor - heightOf(items)}
                width={36}
                height={heightOf(items)}
                rx={3}
                className="fill-brand/25"
              />
              <rect
                x={x - 18}
                y={size.floor - heightOf(prompt)}
                width={36}
                height={heightOf(prompt)}
                rx={3}
                className="fill-brand"
              />
              <text x={x} y={size.floor - heightOf(items) - 6} textAnchor="middle" className="fill-ink font-medium">
                {items}
              </text>
              <text x={x} y={size.height - 6} textAnchor="middle" className="fill-ink-soft">
                {t("month", { month: monthOf(month) })}
              </text>
            </g>
          );
        })}
        <line x1={0} x2={size.width} y1={dueY} y2={dueY} className="stroke-line-strong" strokeDasharray="4 4" />
        <line x1={0} x2={size.width} y1={size.floor} y2={size.floor} className="stroke-line" />
      </svg>
      <p className="mt-2 flex flex-wrap gap-x-4 text-[13px] text-ink-soft" aria-hidden>
        <Key swatch="bg-brand">{t("prompt")}</Key>
        <Key swatch="bg-brand/25">{t("late")}</Key>
        <Key swatch="h-0 border-t border-dashed border-line-strong">{t("due", { due })}</Key>
      </p>
      <table className="sr-only">
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.month")}</th>
            <th scope="col">{t("column.items")}</th>
            <th scope="col">{t("column.prompt")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, items, prompt }) => (
            <tr key={month.toISOString()}>
              <th scope="row">{t("month", { month: monthOf(month) })}</th>
              <td>{items}</td>
              <td>{prompt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Key({ swatch, children }: { swatch: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`h-2.5 w-2.5 rounded-sm ${swatch}`} />
      {children}
    </span>
  );
}
