"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { SaveQueue } from "../saving/save-queue.ts";
import { isSaved } from "../saving/save-state.ts";

type LeaveGuard = {
  queue: SaveQueue;
  /** Pictures are on their way: leaving would stop them. */
  isSending: () => boolean;
  /** Asks whether to leave although something is not saved. */
  confirm: () => Promise<boolean>;
};

/** Saves before a link is followed, and asks where that fails; the browser asks when the page itself is closed. */
export function useLeaveGuard({ queue, isSending, confirm }: LeaveGuard): void {
  const router = useRouter();
  useEffect(() => {
    const isClean = () => isSaved(queue.getState()) && !isSending();
    const ask = (event: BeforeUnloadEvent) => {
      if (!isClean()) event.preventDefault();
    };
    const follow = (event: MouseEvent) => {
      const path = ownPath(event);
      if (path === null || isClean()) return;
      event.preventDefault();
      event.stopPropagation();
      void (async () => {
        const mayLeave = ((await queue.flush()) && !isSending()) || (await confirm());
        if (mayLeave) router.push(path);
      })();
    };
    window.addEventListener("beforeunload", ask);
    // Before the router's own listener: it must not leave first.
    document.addEventListener("click", follow, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", follow, { capture: true });
    };
  }, [queue, isSending, confirm, router]);
}

/** Where a plain click on a link of the console leads; null for anything else. */
function ownPath(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  const isHere = url.pathname === location.pathname && url.search === location.search;
  return url.origin === location.origin && !isHere ? `${url.pathname}${url.search}${url.hash}` : null;
}
