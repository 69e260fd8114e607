import type { ApiContext } from "@zhibu/api/kernel/trpc";
import { currentActor } from "@zhibu/auth/current-actor";
import { deviceOf } from "@zhibu/auth/open-session";
import { issueSessionCookie } from "@zhibu/auth/session-cookie";
import { authSettings } from "../auth-settings.ts";
import { env } from "../env.ts";
import { personHeader } from "./person-header.ts";

/** Who calls and when; `answer` are the headers of the response, where a renewed session goes. */
export async function createApiContext(request: Headers, answer?: Headers): Promise<ApiContext> {
  const settings = authSettings();
  const now = () => new Date();
  const actor = await currentActor(settings, request, now());
  const expected = request.get(personHeader);
  const same = expected === null || expected === actor?.userId;
  return {
    actor: same ? actor : null,
    now,
    address: deviceOf(request).address,
    rootDomain: env().ROOT_DOMAIN,
    ...(answer && {
      renewSession: async (claim) => answer.append("set-cookie", await issueSessionCookie(settings, claim)),
    }),
  };
}
