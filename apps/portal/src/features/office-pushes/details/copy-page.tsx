"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client.tsx";
import type { CopyItem, PushDetails } from "../../pushes/push-data.ts";
import { CopyRow } from "./copy-row.tsx";
import type { OriginOf } from "./origin-of.ts";

type CopyPageProps = { push: PushDetails; originOf: OriginOf; items: readonly CopyItem[] };

/** One page of branches with one check of what their readers get. */
export function CopyPage({ push, originOf, items }: CopyPageProps) {
  const branchIds = items.filter((item) => item.articleId !== null).map((item) => item.branchId);
  const check = useQuery(
    useTRPC().office.pushes.check.queryOptions(
      { pushId: push.id, branchIds },
      { enabled: branchIds.length > 0, staleTime: 30_000 },
    ),
  );
  const seen = new Map(check.data?.copies.map((copy) => [copy.branchId, copy]));
  return (
    <ul className="divide-y divide-line border-t border-line">
      {items.map((item) => (
        <CopyRow
          key={item.branchId}
          push={push}
          item={item}
          originOf={originOf}
          seen={seen.get(item.branchId)}
          checkedAt={check.data?.checkedAt}
        />
      ))}
    </ul>
  );
}
