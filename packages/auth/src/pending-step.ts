import { encode, getToken } from "next-auth/jwt";
import { z } from "zod";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { sessionMethods } from "@zhibu/domain/tenancy/session";
import { type AuthSettings, isSecure } from "./auth-settings.ts";
import type { VerifiedPerson } from "./open-session.ts";
import { cookieOf, setCookieLine } from "./session-cookie.ts";

/** Long enough to find the phone and open its app. */
const pendingSeconds = 5 * 60;

const tokenSchema = z.object({ sub: idSchema, set: z.int().nullable(), by: z.enum(sessionMethods) });

const cookieName = (settings: AuthSettings): string => cookieOf(settings, "step").name;

/** A `Set-Cookie` value that says who has done the first step of signing in; it opens nothing by itself. */
export async function pendingStepCookie(settings: AuthSettings, person: VerifiedPerson): Promise<string> {
  const name = cookieName(settings);
  const token = await encode({
    token: { sub: person.userId, set: person.passwordSetAt, by: person.method },
    secret: settings.secret,
    // A key of its own: one kind of cookie can't be taken for the other.
    salt: name,
    maxAge: pendingSeconds,
  });
  return setCookieLine(settings, "step", token, pendingSeconds);
}

/** A `Set-Cookie` value that forgets the first step. */
export function forgottenStepCookie(settings: AuthSettings): string {
  return setCookieLine(settings, "step", "", 0);
}

/** Who has done the first step on this device within the last minutes, or `null`. */
export async function readPendingStep(settings: AuthSettings, headers: Headers): Promise<VerifiedPerson | null> {
  const token = await getToken({
    req: { headers: new Headers({ cookie: headers.get("cookie") ?? "" }) },
    secret: settings.secret,
    cookieName: cookieName(settings),
    secureCookie: isSecure(settings),
  });
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return null;
  const { sub, set, by } = parsed.data;
  return { userId: sub, passwordSetAt: set, method: by };
}
