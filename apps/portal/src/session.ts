import { headers } from "next/headers";
import { cache } from "react";
import { currentActor } from "@zhibu/auth/current-actor";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import { authSettings } from "./auth-settings.ts";

/** Who asks for this page; read from the database once per request. */
export const signedInActor = cache(async (): Promise<Actor | null> => {
  // First of all: it tells Next that the page is a request's own, before the build asks for settings it has not.
  const requestHeaders = await headers();
  return currentActor(authSettings(), requestHeaders, new Date());
});
