import "@zhibu/ui/console.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requestedPath } from "../../request-headers.ts";
import { signedInActor } from "../../session.ts";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Sheets for paper: the console's gate without its frame. What a sheet may show is decided by its call. */
export default async function PrintLayout({ children }: { children: ReactNode }) {
  const actor = await signedInActor();
  const next = await requestedPath();
  const way = next === undefined ? "" : `?${new URLSearchParams({ next }).toString()}`;
  if (!actor) redirect(`/sign-in${way}`);
  if (actor.mustChangePassword) redirect(`/change-password${way}`);
  return (
    <html lang="zh-CN">
      <body className="bg-ground text-ink print:bg-white">{children}</body>
    </html>
  );
}
