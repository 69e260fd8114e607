"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { pollMs, quietly } from "../notifications/use-unread.ts";

/** How many matters wait for this person, beside the way to them; nothing while nothing waits. */
export function DueBadge({ className }: { className: string }) {
  const t = useTranslations("inbox");
  const due = useQuery({
    ...useTRPC().desk.due.queryOptions(undefined, quietly),
    refetchInterval: pollMs,
    refetchOnWindowFocus: "always",
    retry: false,
  });
  const count = due.data?.count ?? 0;
  if (count === 0) return null;
  return (
    <span
      className={`min-w-4.5 rounded-full bg-brand px-1 text-center text-[11px] leading-4.5 font-semibold text-white ${className}`}
    >
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("badge", { count })}</span>
    </span>
  );
}
