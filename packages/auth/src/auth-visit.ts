import type { CheckSecondFactor } from "./authenticate.ts";
import type { FindCampusPerson } from "./campus-provider.ts";
import type { SessionClaim } from "./load-actor.ts";

export type AuthDeps = {
  now: () => Date;
  checkSecondFactor: CheckSecondFactor;
  findCampusPerson: FindCampusPerson;
  /** Told of failures that are no one's wrong password. */
  onError: (error: Error) => void;
};

/** One request to next-auth: what it came with, and the cookies its answer is to carry beside next-auth's own. */
export type AuthVisit = { headers: Headers; cookies: string[]; claim?: SessionClaim };
