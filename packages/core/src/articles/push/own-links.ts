import type { Tx } from "@zhibu/db/scope";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { hasSitePaths, withLinkBase } from "@zhibu/domain/articles/document/link-base";
import { siteOriginOf } from "../../kernel/site-origins.ts";
import type { PushRow } from "./push-rows.ts";

/**
 * A pushed text as it must be once nothing remembers where it came from: paths of the origin's site lead there by their
 * whole address. While an article follows, its pages do that by themselves.
 */
export async function withOwnLinks(
  tx: Tx,
  { originTenantId }: Pick<PushRow, "originTenantId">,
  body: BodyDocument,
): Promise<BodyDocument> {
  if (!hasSitePaths(body)) return body;
  const site = await tx.branch.findUniqueOrThrow({
    where: { id: originTenantId },
    select: { slug: true, customDomain: true },
  });
  const origin = siteOriginOf(site);
  return origin === null ? body : withLinkBase(body, origin);
}
