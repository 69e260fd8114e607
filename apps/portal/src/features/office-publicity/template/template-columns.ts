import type { PublicityColumn } from "@zhibu/domain/publicity/publicity-template";

export const columnsMax = 8;

const lengthMaxOf: Readonly<Record<PublicityColumn["kind"], number>> = {
  name: 20,
  unit: 40,
  grade: 10,
  major: 30,
  award: 40,
  meeting: 40,
  text: 40,
};

/** The columns with another behind them; its key is one none of them has. */
export function withColumn(
  columns: readonly PublicityColumn[],
  kind: PublicityColumn["kind"],
  label: string,
): PublicityColumn[] {
  const taken = new Set(columns.map(({ key }) => key));
  const free = [kind, ...columns.map((_, index) => `${kind}${index + 2}`), `${kind}${columnsMax + 2}`];
  const key = free.find((candidate) => !taken.has(candidate)) ?? kind;
  return [...columns, { key, label, kind, required: true, lengthMax: lengthMaxOf[kind] }];
}

/** The columns with one of them moved up (-1) or down (1); at an end it stays. */
export function moved(columns: readonly PublicityColumn[], index: number, by: -1 | 1): PublicityColumn[] {
  const next = [...columns];
  const [column] = next.splice(index, 1);
  if (column) next.splice(Math.max(0, index + by), 0, column);
  return next;
}
