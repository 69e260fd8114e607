import type { Figure } from "../figures.ts";
import type { Asked } from "./plans.ts";
import { quietest, type Rounds, type Run } from "./timing.ts";

export const deepPage = 1_000;

export type Measured = {
  runs: readonly Run[];
  deep: readonly Run[];
  times: Readonly<Record<"large" | "reference", Rounds>>;
  explained: ReadonlyMap<string, Asked>;
  /** Name of the run everything is compared with. */
  empty: string;
};

const ratio = (value: number, unit: number): string => (value / unit).toFixed(1);

/** A line for each list, then what holds of all of them. */
export function listFigures(measured: Measured): Figure[] {
  const { runs, deep, times } = measured;
  const deepRatios = deep.map(({ name }) => {
    const first = quietest(times.large, name.replace(`, page ${deepPage}`, ""));
    return { name, value: quietest(times.large, name).p50 / first.p50 };
  });
  return [
    ...[...runs, ...deep].map(({ name }) => timeFigure(name, measured)),
    ...deepRatios.map(({ name, value }): Figure => ({
      ...{ target: "C1", what: `${name} ÷ page 1`, value, unit: "×", asked: { atMost: 1.5 } },
    })),
    statementFigure(measured),
    scanFigure(measured),
  ];
}

function timeFigure(name: string, { times, explained, empty }: Measured): Figure {
  const { p50, p95 } = quietest(times.large, name);
  const emptyP50 = quietest(times.large, empty).p50;
  const before = quietest(times.reference, name);
  const asked = explained.get(name);
  const reference = [
    `p50 ${p50.toFixed(1)} ms = ${ratio(p50, emptyP50)} × an empty transaction`,
    ...(Number.isFinite(before.p95) ? [`p95 ${ratio(p95, before.p95)} × the small college's`] : []),
    `${asked?.statements.length ?? 0} statements, ${asked?.ms.toFixed(1) ?? "?"} ms in the database`,
  ].join("; ");
  return { target: "C1", what: `${name}, p95`, value: p95, unit: "ms", asked: { atMost: 30 }, reference };
}

function statementFigure({ explained }: Measured): Figure {
  const counts = [...explained].map(([name, { statements }]) => ({ name, count: statements.length }));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const over = counts.filter(({ count }) => count > 4).map(({ name, count }) => `${name}: ${count}`);
  return {
    ...{ target: "C1", what: "statements of a list, the most", value: most, unit: "", asked: { atMost: 4 } },
    note: over.join("; "),
  };
}

function scanFigure({ explained }: Measured): Figure {
  const scanning = [...explained].filter(([, { scanned }]) => scanned.length > 0);
  return {
    ...{ target: "C1", what: "lists that read a large table from end to end", value: scanning.length, unit: "" },
    ...{
      asked: { atMost: 0 },
      note: scanning.map(([name, { scanned }]) => `${name}: ${scanned.join(", ")}`).join("; "),
    },
  };
}
