"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import type { MyAccount } from "@zhibu/core/tenancy/get-my-account";
import { useTRPC } from "../../trpc/client.tsx";

export type CurrentBranch = MyAccount["branches"][number];

/**
 * The branch the address names, else the person's first: the menu of a page without branch (inbox, account) leads
 * somewhere. Someone who enters every branch has it loaded; `null` meanwhile.
 */
export function useCurrentBranch(me: MyAccount): CurrentBranch | null {
  const { branch: slug } = useParams<{ branch?: string }>();
  const mine = me.branches.find((branch) => branch.slug === slug);
  const visiting = slug !== undefined && !mine && me.entersEveryBranch;
  const visited = useQuery(useTRPC().branch.overview.queryOptions({ branch: slug ?? "" }, { enabled: visiting }));
  if (visiting) return visited.data ? { ...visited.data.branch, abilities: visited.data.abilities } : null;
  return mine ?? me.branches[0] ?? null;
}
