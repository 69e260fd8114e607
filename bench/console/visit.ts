import { call } from "@zhibu/api/testing/call";
import type { Procedure } from "@zhibu/api/testing/procedures";
import { currentActor } from "@zhibu/auth/current-actor";
import { authSettings, type Cast, type Visitor } from "./cast.ts";
import type { List } from "./lists.ts";

async function answerTo<T>(visitor: Visitor, procedure: Pick<Procedure, "path" | "type">, input: object): Promise<T> {
  const { path } = procedure;
  const actor = await currentActor(authSettings, new Headers({ cookie: visitor.cookie }), new Date());
  const answer = await call({ ...procedure, input: null }, input, actor);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
  // The envelope tRPC and superjson put around every answer.
  return (JSON.parse(answer.body) as { result: { data: { json: T } } }).result.data.json;
}

/** What the API answers a signed-in visitor, session and transport included. @throws Error when it is no 200 */
export function visit<T>(visitor: Visitor, path: string, input: object): Promise<T> {
  return answerTo<T>(visitor, { path, type: "query" }, input);
}

/** The same for what changes something. @throws Error when it is no 200 */
export function change<T>(visitor: Visitor, path: string, input: object): Promise<T> {
  return answerTo<T>(visitor, { path, type: "mutation" }, input);
}

/** Looks at a list; `page` is what it pages by. */
export function look(cast: Cast, list: List, page: { cursor?: string; limit?: number } = {}): Promise<Page> {
  return visit<Page>(cast[list.as], list.path, { ...list.input?.(cast.branch), ...page });
}

export type Page = { items: readonly unknown[]; nextCursor: string | null };

/** The cursor behind which the page of this number begins, `null` when the list is shorter. */
export async function cursorOfPage(cast: Cast, list: List, page: number, pageSize: number): Promise<string | null> {
  let cursor: string | undefined;
  let left = (page - 1) * pageSize;
  while (left > 0) {
    const limit = Math.min(left, list.limitMax ?? pageSize);
    const { nextCursor } = await look(cast, list, { limit, ...(cursor === undefined ? {} : { cursor }) });
    if (nextCursor === null) return null;
    cursor = nextCursor;
    left -= limit;
  }
  return cursor ?? null;
}
