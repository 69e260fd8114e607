"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../../../trpc/client.tsx";

const beatMs = 15_000;

export type OtherEditor = { userName: string; seenAt: Date };

/** Tells the branch who has the article open, while this page is in view, and learns who else has. */
export function usePresence(branch: string, articleId: string, isEditing: boolean): readonly OtherEditor[] {
  const { articles } = useTRPC();
  const [others, setOthers] = useState<readonly OtherEditor[]>([]);
  // A beat in the background: it must not open the sign-in dialog.
  const quiet = { trpc: { context: { quiet: true } } };
  const queries = useQueryClient();
  const { mutate: touch } = useMutation(
    articles.touchPresence.mutationOptions({
      ...quiet,
      onSuccess(present, here) {
        setOthers(present.others);
        // Someone else may be saving: what they saved should be seen before it is written against.
        if (present.others.length > 0) void queries.invalidateQueries(articles.forEditing.queryFilter(here));
      },
    }),
  );
  const { mutate: leave } = useMutation(articles.leavePresence.mutationOptions(quiet));
  useEffect(() => {
    if (!isEditing) return undefined;
    const here = { branch, articleId };
    const beat = () => {
      if (document.visibilityState === "visible") touch(here);
    };
    beat();
    const timer = setInterval(beat, beatMs);
    document.addEventListener("visibilitychange", beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
      leave(here);
    };
  }, [branch, articleId, isEditing, touch, leave]);
  return isEditing ? others : [];
}
