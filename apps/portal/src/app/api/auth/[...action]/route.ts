import { createAuthHandlers } from "@zhibu/auth/create-auth";
import { findCampusPerson } from "@zhibu/core/tenancy/find-campus-person";
import { checkSecondFactor } from "@zhibu/core/tenancy/second-factor/check-second-factor";
import { authSettings } from "../../../../auth-settings.ts";
import { log } from "../../../../log.ts";

let handlers: ReturnType<typeof createAuthHandlers> | undefined;

function handle(request: Request): Promise<Response> {
  handlers ??= createAuthHandlers(authSettings(), {
    now: () => new Date(),
    checkSecondFactor,
    findCampusPerson,
    onError: (error) => log.error("sign-in failed for a reason of its own", { error: error.message }),
  });
  return handlers(request);
}

export { handle as GET, handle as POST };
