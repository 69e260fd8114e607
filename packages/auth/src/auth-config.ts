import { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { type AuthSettings, isSecure } from "./auth-settings.ts";
import type { AuthDeps, AuthVisit } from "./auth-visit.ts";
import { campusProvider } from "./campus-provider.ts";
import { campusSignIn } from "./campus-sign-in.ts";
import type { AddressLimit } from "./limit-address.ts";
import { closeSession } from "./open-session.ts";
import { claimOf, cookieOf, sessionMaxAgeSeconds, tokenOf } from "./session-cookie.ts";
import { waysIn } from "./ways-in.ts";

/** next-auth's options for one request. */
export function authConfig(
  settings: AuthSettings,
  deps: AuthDeps & { addressLimit: AddressLimit },
  visit: AuthVisit,
): NextAuthConfig {
  const { open, byPassword, byCode } = waysIn(settings, deps, visit);
  return {
    secret: settings.secret,
    basePath: "/api/auth",
    // Safe: every request is rebuilt on the configured origin before next-auth sees it.
    trustHost: true,
    useSecureCookies: isSecure(settings),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    cookies: {
      sessionToken: cookieOf(settings, "session"),
      csrfToken: cookieOf(settings, "csrf"),
      callbackUrl: cookieOf(settings, "callback"),
      pkceCodeVerifier: cookieOf(settings, "pkce", 15 * 60),
      state: cookieOf(settings, "state", 15 * 60),
      nonce: cookieOf(settings, "nonce", 15 * 60),
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { loginName: {}, password: {} },
        authorize: byPassword,
      }),
      Credentials({ id: "code", credentials: { code: {} }, authorize: byCode }),
      ...(settings.campus ? [campusProvider(settings.campus)] : []),
    ],
    callbacks: {
      signIn: ({ account, profile }) => {
        if (account?.type !== "oidc" || !settings.campus) return true;
        const proof = { claims: profile ?? {}, idToken: account.id_token };
        return campusSignIn(proof, settings.campus, { settings, deps, visit, open });
      },
      jwt: () => (visit.claim ? tokenOf(visit.claim) : null),
    },
    events: {
      signOut: async (message) => {
        const claim = "token" in message ? claimOf(message.token) : null;
        if (claim) await closeSession(claim, deps.now());
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) deps.onError(error);
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
