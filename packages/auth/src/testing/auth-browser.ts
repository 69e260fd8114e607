import type { AuthSettings } from "../auth-settings.ts";
import type { AuthDeps } from "../auth-visit.ts";
import { createAuthHandlers } from "../create-auth.ts";
import { currentActor } from "../current-actor.ts";
import { clientAddressHeader } from "../open-session.ts";

export const authSecret = "a secret of these tests alone";
export const onHttp: AuthSettings = {
  secret: authSecret,
  consoleOrigin: "http://console.localhost:3000",
  campus: null,
};

/** Nobody has a second factor, the campus knows nobody, and what goes wrong fails the test. */
export const plainDeps: AuthDeps = {
  now: () => new Date(),
  checkSecondFactor: () => Promise.resolve(false),
  findCampusPerson: () => Promise.resolve(null),
  onError: (error) => {
    throw error;
  },
};

type BrowserOptions = { settings?: AuthSettings; deps?: Partial<AuthDeps>; userAgent?: string; address?: string };

/** Talks to the auth handlers as the console's pages do, keeping cookies; `origin` is the host it believes to talk to. */
export function authBrowser({ settings = onHttp, deps = {}, userAgent = "", address }: BrowserOptions = {}) {
  const handle = createAuthHandlers(settings, { ...plainDeps, ...deps });
  const cookies = new Map<string, string>();
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

  async function send(path: string, body?: URLSearchParams, origin = settings.consoleOrigin): Promise<Response> {
    const headers = new Headers({ cookie: header(), "user-agent": userAgent });
    if (address !== undefined) headers.set(clientAddressHeader, address);
    if (body) headers.set("x-auth-return-redirect", "1");
    const answer = await handle(
      new Request(origin + path, { headers, redirect: "manual", ...(body && { method: "POST", body }) }),
    );
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/iu.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }

  /** Sends a form with its CSRF token; resolves to the answer and where it leads. */
  async function post(path: string, fields: Record<string, string>, origin?: string) {
    const csrf = await send("/api/auth/csrf", undefined, origin);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }; // next-auth's documented answer
    const answer = await send(path, new URLSearchParams({ ...fields, csrfToken }), origin);
    const { url } = (await answer.clone().json()) as { url: string }; // what the header above asks for
    return { answer, url: new URL(url) };
  }

  return {
    send,
    post,
    cookies,
    signIn: (typed: { loginName: string; password: string }, origin?: string) =>
      post("/api/auth/callback/credentials", typed, origin),
    /** Sends a code; resolves to the refusal's code, or `in`. */
    sendCode: async (code: string): Promise<string> =>
      (await post("/api/auth/callback/code", { code })).url.searchParams.get("code") ?? "in",
    actor: () => currentActor(settings, new Headers({ cookie: header() }), (deps.now ?? plainDeps.now)()),
  };
}
