import type { AuthSettings, CampusSettings } from "@zhibu/auth/auth-settings";
import { env } from "./env.ts";
import { consoleOrigin } from "./origins.ts";

/** The campus's OpenID provider; `null` where the college has none. */
function campusSettings(): CampusSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LOGIN_CLAIM } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    loginClaim: OIDC_LOGIN_CLAIM,
  };
}

/** What people call the campus's sign-in, `usual` unless the college says otherwise; `null` where there is none. */
export function campusName(usual: string): string | null {
  return campusSettings() && (env().OIDC_NAME ?? usual);
}

export function authSettings(): AuthSettings {
  return { secret: env().AUTH_SECRET, consoleOrigin: consoleOrigin(), campus: campusSettings() };
}
