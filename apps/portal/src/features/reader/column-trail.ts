import type { ColumnPlace } from "@zhibu/core/tenancy/reader-site";
import { columnPath } from "./addresses.ts";
import type { Crumb } from "./breadcrumb.tsx";

/** From the section down to the column. */
export function columnTrail({ section, child }: ColumnPlace): Crumb[] {
  return [section, ...(child ? [child] : [])].map((column) => ({ href: columnPath(column.slug), label: column.name }));
}
