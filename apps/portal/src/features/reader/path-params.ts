import { idSchema, type TenantId } from "@zhibu/domain/kernel/ids";

/** The tenant of a reader page's path: the front door put it there, from its directory. `null` for anything else. */
export function tenantOf(segment: string): TenantId | null {
  // The front door is where a reader's tenant is decided; nobody reaches these paths from outside.
  return idSchema.safeParse(segment).success ? (segment as TenantId) : null;
}

/** An article's number; `null` for what can't be one. */
export function articleNoOf(segment: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(segment) ? Number(segment) : null;
}

/** A page number from 2 on: page 1 has no number in its address. */
export function pageOf(segment: string): number | null {
  const page = /^[1-9]\d{0,4}$/u.test(segment) ? Number(segment) : 1;
  return page > 1 ? page : null;
}
