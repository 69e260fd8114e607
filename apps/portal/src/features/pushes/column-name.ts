import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";

const columns = flattenBaselineColumns();
const names = new Map(columns.map(({ key, name }) => [key, name]));

/** The college's name of a baseline column with its module's, as a branch may have renamed it. */
export function baselineColumnName(key: string): string {
  const column = columns.find((each) => each.key === key);
  const parent = column?.parentKey ? names.get(column.parentKey) : undefined;
  return [parent, column?.name ?? key].filter(Boolean).join(" / ");
}

/** Every column a push can go to, parents before children. */
export const pushColumns = columns.map(({ key }) => ({ key, name: baselineColumnName(key) }));
