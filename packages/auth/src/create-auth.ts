import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { authConfig } from "./auth-config.ts";
import type { AuthSettings } from "./auth-settings.ts";
import type { AuthDeps } from "./auth-visit.ts";
import { campusId } from "./campus-provider.ts";
import { createAddressLimit } from "./limit-address.ts";

type OpenActions = Readonly<Record<"GET" | "POST", readonly string[]>>;

/** Those of next-auth's actions the console uses; its own pages and session endpoint stay shut. */
function openActions(settings: AuthSettings): OpenActions {
  const campus: OpenActions =
    settings.campus === null
      ? { GET: [], POST: [] }
      : { GET: [`/api/auth/callback/${campusId}`], POST: [`/api/auth/signin/${campusId}`] };
  return {
    GET: ["/api/auth/csrf", ...campus.GET],
    POST: ["/api/auth/callback/credentials", "/api/auth/callback/code", "/api/auth/signout", ...campus.POST],
  };
}

/** The same answer with more cookies; next-auth's redirects let nothing be added. */
function withCookies(response: Response, lines: readonly string[]): Response {
  if (lines.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const line of lines) headers.append("set-cookie", line);
  return new Response(response.body, { status: response.status, headers });
}

/** Route handlers for `/api/auth/*` on the console's host; whatever the console does not use is 404. */
export function createAuthHandlers(settings: AuthSettings, deps: AuthDeps) {
  const open = openActions(settings);
  const addressLimit = createAddressLimit();

  return async function handle(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const method = request.method === "POST" ? "POST" : "GET";
    if (!open[method].includes(pathname)) return new Response(null, { status: 404 });
    const onConsole = new NextRequest(new URL(pathname + search, settings.consoleOrigin), request);
    // Settings of this one request's own: what its steps find out travels in there.
    const visit = { headers: onConsole.headers, cookies: [] };
    const { handlers } = NextAuth(authConfig(settings, { ...deps, addressLimit }, visit));
    return withCookies(await handlers[method](onConsole), visit.cookies);
  };
}
