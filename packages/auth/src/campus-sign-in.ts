import type { AuthSettings, CampusSettings } from "./auth-settings.ts";
import type { AuthDeps, AuthVisit } from "./auth-visit.ts";
import { campusIdentityOf, usedSecondFactor } from "./campus-provider.ts";
import type { VerifiedPerson } from "./open-session.ts";
import { pendingStepCookie } from "./pending-step.ts";
import { cookieOf } from "./session-cookie.ts";

type Proof = { claims: Record<string, unknown>; idToken: string | undefined };

type Way = {
  settings: AuthSettings;
  deps: AuthDeps;
  visit: AuthVisit;
  /** Opens the session, unless the person was disabled a moment ago. */
  open: (person: VerifiedPerson) => Promise<boolean>;
};

/** Where the person wanted to go, which next-auth has kept in its cookie and allowed before. */
function wantedPath({ settings, visit }: Way): string | null {
  const { name } = cookieOf(settings, "callback");
  const cookies = (visit.headers.get("cookie") ?? "").split(/;\s*/u);
  const kept = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  if (kept === undefined || !URL.canParse(decodeURIComponent(kept))) return null;
  const { pathname, search } = new URL(decodeURIComponent(kept));
  return pathname + search;
}

const unknownPage = "/campus-unknown";

/**
 * What becomes of somebody the campus has identified: `true` with a session on the visit, or the page to show instead.
 * Who has an authenticator here is asked for its code, unless the campus asked for a second factor itself.
 */
export async function campusSignIn(proof: Proof, campus: CampusSettings, way: Way): Promise<true | string> {
  const identity = campusIdentityOf(campus, proof.claims);
  const person = identity && (await way.deps.findCampusPerson(identity, way.deps.now()));
  if (!person) return unknownPage;
  const vouched = usedSecondFactor(proof.idToken);
  const verified: VerifiedPerson = {
    userId: person.userId,
    passwordSetAt: person.passwordSetAt,
    method: vouched ? "oidc-mfa" : "oidc",
  };
  if (person.needsCode && !vouched) {
    way.visit.cookies.push(await pendingStepCookie(way.settings, verified));
    const next = wantedPath(way);
    return `/sign-in?${new URLSearchParams({ step: "code", ...(next !== null && { next }) }).toString()}`;
  }
  return (await way.open(verified)) || unknownPage;
}
