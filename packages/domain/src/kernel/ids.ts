import { z } from "zod";

/** A branch's id, minted only by the gate that checked the membership (core's `enterBranch`) or by the front door. */
export type TenantId = string & { readonly __brand: "TenantId" };

export type UserId = string & { readonly __brand: "UserId" };

/** UUID of any version; the application creates version 7. */
export const idSchema = z.uuid();

/** Optimistic lock: the row version a caller last saw. */
export const versionSchema = z.int().min(0).max(2_147_483_647);
