"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useMarkRead } from "./use-mark-read.ts";

/** Opening the page a notice leads to reads it, however the person came there: from the bell, a mail, the inbox. */
export function useMarkVisited(unread: number | undefined): void {
  const path = usePathname();
  const { mutate } = useMarkRead().visited;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (unread === undefined || told.current === path) return;
    // Once a visit: what arrives while the page is open is news to who looks at it.
    told.current = path;
    if (unread > 0) mutate({ path });
  }, [path, unread, mutate]);
}
