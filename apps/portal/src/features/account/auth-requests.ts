/** How next-auth's endpoints answered a sign-in, in the kinds the form has words for. */
export type SignInAnswer =
  | { kind: "signedIn" }
  /** The password was right; a code of the authenticator is wanted beside it. */
  | { kind: "codeWanted" }
  | { kind: "locked"; minutes: number }
  | { kind: (typeof plainRefusals)[number] };

const plainRefusals = ["wrong", "codeWrong", "stepOver", "unavailable"] as const;

// next-auth's own client leaves the page when a request fails; a dialog over an open editor must not.
async function post(path: string, fields: Record<string, string>): Promise<URL> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }; // next-auth's documented answer
  const response = await fetch(path, {
    method: "POST",
    headers: { "x-auth-return-redirect": "1" },
    body: new URLSearchParams({ ...fields, csrfToken }),
  });
  const { url } = (await response.json()) as { url: string }; // what the header above asks for
  return new URL(url, window.location.origin);
}

function answerIn(query: URLSearchParams): SignInAnswer {
  if (!query.has("error")) return { kind: "signedIn" };
  const code = query.get("code") ?? "";
  const minutes = /^locked-(\d{1,4})$/u.exec(code)?.[1];
  if (minutes !== undefined) return { kind: "locked", minutes: Number(minutes) };
  if (code === "codeWanted") return { kind: code };
  return { kind: plainRefusals.find((kind) => kind === code) ?? "unavailable" };
}

async function send(path: string, typed: Record<string, string>): Promise<SignInAnswer> {
  try {
    return answerIn((await post(path, typed)).searchParams);
  } catch {
    return { kind: "unavailable" };
  }
}

/** Opens a session for the name and password, or asks for a code; never throws. */
export function requestSignIn(typed: { loginName: string; password: string }): Promise<SignInAnswer> {
  return send("/api/auth/callback/credentials", typed);
}

/** The second step, within minutes of the first and on the same device; never throws. */
export function requestCodeSignIn(code: string): Promise<SignInAnswer> {
  return send("/api/auth/callback/code", { code });
}

/** Leaves for the campus's own sign-in page, which leads back to `next`; resolves to `false` when it can't be reached. */
export async function leaveForCampus(next: string): Promise<boolean> {
  try {
    const { href, searchParams } = await post("/api/auth/signin/campus", { callbackUrl: next });
    if (searchParams.has("error")) return false;
    window.location.assign(href);
    return true;
  } catch {
    return false;
  }
}

/** Ends the session on this device and leaves for the sign-in page, with everything the page held. */
export async function signOutHere(): Promise<void> {
  await post("/api/auth/signout", {}).catch(() => undefined);
  window.location.assign("/sign-in");
}
