import type { PublicityTemplate } from "./publicity-template.ts";

/** What of a template can differ between two versions, in the order its form has it. */
export const templateFields = [
  "name",
  "columns",
  "workingDaysMin",
  "scope",
  "notice",
  "howToObject",
  "legalBasis",
  "withoutObjections",
  "withObjections",
  "purpose",
  "necessity",
  "risks",
  "measures",
  "assessedBy",
  "assessedOn",
] as const;
export type TemplateField = (typeof templateFields)[number];

/** The template as one flat record of its fields. */
export function fieldsOf({ result, assessment, ...template }: PublicityTemplate) {
  return { ...template, ...result, ...assessment } satisfies Record<TemplateField, unknown>;
}

/** The fields a later version says differently; key order and identity don't count. */
export function changedFields(before: PublicityTemplate, after: PublicityTemplate): TemplateField[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  return templateFields.filter((field) => canonical(old[field]) !== canonical(next[field]));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
