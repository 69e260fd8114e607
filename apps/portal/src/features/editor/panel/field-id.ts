import type { CheckedField } from "@zhibu/domain/checks/finding";

/** The element a finding about a field leads to. */
export function fieldId(field: CheckedField | "attachments" | "cover"): string {
  return `article-${field}`;
}
