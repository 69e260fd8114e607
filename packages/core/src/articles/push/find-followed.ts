import type { Tx } from "@zhibu/db/scope";
import type { PushMode } from "@zhibu/domain/articles/push/push-names";
import type { ArticleRow } from "../get-article.ts";

/** What a branch is told of the push an article of its follows. */
export type Followed = {
  originName: string;
  mode: PushMode;
  state: "active" | "recalled";
  note: string;
  sentByName: string;
  sentAt: Date;
  recallReason: string;
};

/** `null` for an article of the branch's own. */
export async function findFollowed(tx: Tx, article: ArticleRow): Promise<Followed | null> {
  if (article.linkedPushId === null) return null;
  const [followed] = await tx.$queryRaw<Followed[]>`
    SELECT b.short_name AS "originName", p.mode, p.state, p.note, p.created_by_name AS "sentByName", p.created_at AS "sentAt",
      p.recall_reason AS "recallReason"
    FROM push p JOIN branch b ON b.id = p.origin_tenant_id WHERE p.id = ${article.linkedPushId}::uuid`;
  return followed ?? null;
}
