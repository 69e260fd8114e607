import type { BranchRole } from "../roles.ts";

/** The fields of a row, in the order of the template. */
export const peopleFields = ["displayName", "loginName", "email", "branch", "role", "startsOn", "endsOn"] as const;
export type PeopleField = (typeof peopleFields)[number];

type PeopleColumn = { header: string; also: readonly string[]; required: boolean; charsMax: number };

/** What the columns are called in the template, and other words people head them with; order is theirs to choose. */
export const peopleColumns: Record<PeopleField, PeopleColumn> = {
  displayName: { header: "姓名", also: ["名字"], required: true, charsMax: 40 },
  loginName: { header: "登录名", also: ["用户名", "账号", "工号"], required: false, charsMax: 40 },
  email: { header: "邮箱", also: ["电子邮箱", "邮件", "电子邮件", "e-mail", "email"], required: false, charsMax: 120 },
  branch: { header: "支部", also: ["党支部", "所在支部", "党组织"], required: true, charsMax: 80 },
  role: { header: "角色", also: ["职务", "岗位"], required: true, charsMax: 20 },
  startsOn: { header: "任期开始", also: ["开始日期", "任职开始", "开始"], required: true, charsMax: 20 },
  endsOn: { header: "任期结束", also: ["结束日期", "任职结束", "结束"], required: false, charsMax: 20 },
};

/** What people write for a role; the first of each is the template's. */
export const roleWords: Record<BranchRole, readonly string[]> = {
  contributor: ["信息员", "通讯员"],
  webmaster: ["网站管理员", "管理员", "网管员"],
  organiser: ["组织员"],
  secretary: ["书记", "党总支书记", "党支部书记", "支部书记", "总支书记"],
};

/** Roles of the college, which are given one by one and never by a file. */
export const collegeRoleWords: readonly string[] = ["党务办公室", "党办", "检查员", "审计员"];

/** What stands in 任期结束 for a term without an end. */
export const openEndWords: readonly string[] = ["长期", "无", "无期限"];

/** A heading or a word without blanks, width, case, and what stands in brackets or behind an asterisk. */
export function bareWord(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\([^)]*\)|[\s*:]/gu, "");
}
