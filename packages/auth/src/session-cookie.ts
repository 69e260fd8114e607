import { encode, getToken } from "next-auth/jwt";
import { z } from "zod";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { sessionHoursMax } from "@zhibu/domain/tenancy/session";
import { type AuthSettings, isSecure } from "./auth-settings.ts";
import type { SessionClaim } from "./load-actor.ts";

/** Counted from sign-in, not from the last click. */
export const sessionMaxAgeSeconds = sessionHoursMax * 60 * 60;

/** The attributes all our cookies share. No `Domain`: the cookie belongs to the console's host alone. */
export function cookieOf(settings: AuthSettings, name: string, maxAgeSeconds?: number) {
  const secure = isSecure(settings);
  const age = maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds };
  return {
    name: `${secure ? "__Host-" : ""}zhibu.${name}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, ...age },
  } as const;
}

const tokenSchema = z.object({ sub: idSchema, sid: idSchema });

/** What a token carries: who, and the row of the session. Roles never. */
export function tokenOf(claim: SessionClaim) {
  return { sub: claim.userId, sid: claim.sessionId };
}

/** The claim a decrypted token makes; `null` for one that is none of ours. */
export function claimOf(token: unknown): SessionClaim | null {
  const parsed = tokenSchema.safeParse(token);
  return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null;
}

/** The claim in the request's session cookie; `null` when there is none, or it is expired, foreign or malformed. */
export async function readSessionClaim(settings: AuthSettings, headers: Headers): Promise<SessionClaim | null> {
  const { name } = cookieOf(settings, "session");
  // The cookie alone: next-auth would also take a bearer token, which no client of ours sends.
  const cookie = new Headers({ cookie: headers.get("cookie") ?? "" });
  const token = await getToken({
    req: { headers: cookie },
    secret: settings.secret,
    cookieName: name,
    secureCookie: isSecure(settings),
  });
  return claimOf(token);
}

/** A `Set-Cookie` value with the attributes all our cookies share. */
export function setCookieLine(settings: AuthSettings, cookie: string, value: string, maxAgeSeconds: number): string {
  const { name, options } = cookieOf(settings, cookie);
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** A `Set-Cookie` value that keeps a person signed in on this device after their session got another id. */
export async function issueSessionCookie(settings: AuthSettings, claim: SessionClaim): Promise<string> {
  const token = await encode({
    token: tokenOf(claim),
    secret: settings.secret,
    salt: cookieOf(settings, "session").name,
    maxAge: sessionMaxAgeSeconds,
  });
  return setCookieLine(settings, "session", token, sessionMaxAgeSeconds);
}
