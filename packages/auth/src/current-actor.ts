import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { AuthSettings } from "./auth-settings.ts";
import { loadActor } from "./load-actor.ts";
import { readSessionClaim } from "./session-cookie.ts";

/** Who sends a request, with the roles the database gives them now; `null` when nobody is signed in. */
export async function currentActor(settings: AuthSettings, headers: Headers, now: Date): Promise<Actor | null> {
  const claim = await readSessionClaim(settings, headers);
  return claim && loadActor(claim, now);
}
