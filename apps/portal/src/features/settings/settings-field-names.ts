import type { BranchSettingsFields } from "@zhibu/domain/tenancy/settings-inputs";

export type SettingsFieldName = keyof BranchSettingsFields;

/** In the order of the form and of the site's footer. */
export const settingsFieldNames = [
  "intro",
  "address",
  "phone",
  "email",
  "icp",
] as const satisfies readonly SettingsFieldName[];

/** The editable part of what the server sent, without version and times. */
export function editableSettings(settings: BranchSettingsFields): BranchSettingsFields {
  const { intro, address, phone, email, icp } = settings;
  return { intro, address, phone, email, icp };
}
