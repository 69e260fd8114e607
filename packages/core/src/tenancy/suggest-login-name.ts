import { pinyin } from "pinyin-pro";
import type { Tx } from "@zhibu/db/scope";
import { freeLoginName, loginNameBase } from "@zhibu/domain/tenancy/login-name";

/** The pinyin of a person's name as a login name begins with it; surnames are read as surnames (单 shan, 仇 qiu). */
export function loginNameBaseOf(displayName: string): string {
  return loginNameBase(
    pinyin(displayName, { toneType: "none", type: "array", nonZh: "consecutive", v: true, surname: "head" }),
  );
}

/** Login names and addresses are given out one transaction at a time: no two people get the same. */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('people', 0))::text`;
}

/** Every login name that is one of the bases with or without a number behind it. */
export async function loginNamesLike(tx: Tx, bases: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ login_name: string }[]>`
    SELECT login_name FROM app_user
    WHERE rtrim(login_name, '0123456789') IN (SELECT rtrim(base, '0123456789') FROM unnest(${bases}::text[]) base)`;
  return new Set(rows.map((row) => row.login_name));
}

/** A login name for a new person that nobody has; the caller holds the lock of `lockPeople`. */
export async function suggestLoginName(tx: Tx, displayName: string): Promise<string> {
  const base = loginNameBaseOf(displayName);
  return freeLoginName(base, await loginNamesLike(tx, [base]));
}
