import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import superjson from "superjson";
import type { BranchContext } from "@zhibu/core/kernel/context";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { DescribedError } from "../kernel/error-map.ts";
import { rootRouter } from "../root.router.ts";
import type { Procedure } from "./procedures.ts";

export type Answer = { status: number; body: string };

const endpoint = "/api/trpc";

/** Calls a procedure through the transport, errors formatted as a browser would get them. */
export async function call({ path, type }: Procedure, input: unknown, actor: Actor | null): Promise<Answer> {
  const url = new URL(`http://console.localhost${endpoint}/${path}`);
  const body = JSON.stringify(superjson.serialize(input));
  if (type === "query") url.searchParams.set("input", body);
  const headers = { "content-type": "application/json" };
  const req = new Request(url, type === "query" ? { headers } : { method: "POST", headers, body });
  const now = () => new Date();
  const createContext = () => ({ actor, now, rootDomain: "localhost" });
  const response = await fetchRequestHandler({ endpoint, req, router: rootRouter, createContext });
  return { status: response.status, body: await response.text() };
}

/** What a screen may read of the answer's error. @throws when the answer is none */
export function errorIn({ body }: Answer): DescribedError {
  const answer = JSON.parse(body) as { error?: { json: { data: DescribedError } } };
  if (!answer.error) throw new Error(`no error, but ${body.slice(0, 200)}`);
  return answer.error.json.data;
}

/** The person a branch context was made for, as the session gate would have loaded them. */
export function actorOf(ctx: BranchContext, branch: { slug: string; name: string }): Actor {
  const { userId, displayName, roles } = ctx.actor;
  const membership = {
    tenantId: ctx.tenantId,
    slug: branch.slug,
    name: branch.name,
    shortName: branch.name,
    roles: roles.branch,
  };
  return {
    userId,
    displayName,
    loginName: userId,
    mustChangePassword: false,
    mustSetUpTotp: false,
    sessionId: "",
    branches: [membership],
    collegeRoles: roles.college,
  };
}
