import type { OIDCConfig } from "next-auth/providers";
import { z } from "zod";
import type { CampusSettings } from "./auth-settings.ts";

/** The provider's name in addresses: `/api/auth/callback/campus`. */
export const campusId = "campus";

/** Somebody the campus has identified. */
export type CampusIdentity = { issuer: string; subject: string; loginName: string | null };

/** Finds the person a campus identity stands for; `null` when it stands for nobody who may sign in. */
export type FindCampusPerson = (
  identity: CampusIdentity,
  now: Date,
) => Promise<{ userId: string; passwordSetAt: number | null; needsCode: boolean } | null>;

type Claims = Record<string, unknown> & { sub: string };

/** Code flow with PKCE, state and nonce; claims from the user info endpoint, where providers put them. */
export function campusProvider(campus: CampusSettings): OIDCConfig<Claims> {
  return {
    id: campusId,
    name: campusId,
    type: "oidc",
    issuer: campus.issuer,
    clientId: campus.clientId,
    clientSecret: campus.clientSecret,
    authorization: { params: { scope: "openid profile" } },
    checks: ["pkce", "state", "nonce"],
    idToken: false,
    profile: ({ sub }) => ({ id: sub }),
  };
}

const textSchema = z.string().trim().min(1).max(255);

export function campusIdentityOf(campus: CampusSettings, claims: Record<string, unknown>): CampusIdentity | null {
  const subject = textSchema.safeParse(claims["sub"]);
  if (!subject.success) return null;
  const loginName = textSchema.safeParse(claims[campus.loginClaim]);
  return { issuer: campus.issuer, subject: subject.data, loginName: loginName.success ? loginName.data : null };
}

const amrSchema = z.object({ amr: z.array(z.string()) });

/** Whether the id token, which next-auth has verified, says that the campus asked for a second factor (RFC 8176). */
export function usedSecondFactor(idToken: string | undefined): boolean {
  const payload = idToken?.split(".")[1];
  if (payload === undefined) return false;
  const claims = amrSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  return claims.success && claims.data.amr.includes("mfa");
}
