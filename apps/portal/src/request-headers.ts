import { headers } from "next/headers";

/** Set by the front door on requests to the console; the same headers from outside never get here. */
const pathHeader = "x-zhibu-path";

/** The path and query as the browser asked for them, for the way back after sign-in. */
export async function requestedPath(): Promise<string | undefined> {
  return (await headers()).get(pathHeader) ?? undefined;
}

/** The nonce of this answer's content security policy. */
export async function requestNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/u.exec(policy)?.[1];
}
