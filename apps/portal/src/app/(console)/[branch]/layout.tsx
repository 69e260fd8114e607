import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { appErrorOf } from "../../../trpc/app-error-of.ts";
import { caller } from "../../../trpc/server.tsx";

type BranchLayoutProps = { params: Promise<{ branch: string }>; children: ReactNode };

/** A branch the person has no part in is a page that does not exist. */
export default async function BranchLayout({ params, children }: BranchLayoutProps) {
  const { branch } = await params;
  try {
    await caller.branch.overview({ branch });
  } catch (error) {
    const code = appErrorOf(error)?.code;
    if (code === "NOT_FOUND" || code === "FORBIDDEN") notFound();
    // The console's layout says so when the database is away or nobody is signed in.
    if (code === undefined) throw error;
  }
  return children;
}
