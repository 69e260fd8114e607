"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTRPC } from "../../../trpc/client.tsx";
import { useKeepsLocalCopy } from "../../../trpc/use-keeps-local-copy.ts";
import type { SaveQueue } from "../saving/save-queue.ts";
import { openSession, type ArticleSession, type SessionStart } from "./article-session.ts";

/** Opens the article for writing and keeps it saved until the screen is left. */
export function useArticleSession(start: SessionStart): ArticleSession {
  const { branch, opened } = start;
  const articleId = opened.article.id;
  const { articles } = useTRPC();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(articles.save.mutationOptions());
  const query = articles.forEditing.queryOptions({ branch, articleId });
  const [session] = useState(() =>
    openSession(start, {
      send: (version, content) => mutateAsync({ branch, articleId, version, content }),
      readNewest: () => queries.query({ ...query, staleTime: 0, retry: false }),
      onStored(now, before) {
        const { version, savedAt, revisionNumber } = now;
        queries.setQueryData(query.queryKey, (known) =>
          known === undefined
            ? undefined
            : {
                ...known,
                article: { ...known.article, version },
                revision: { ...known.revision, number: revisionNumber, savedAt },
              },
        );
        // A new revision may have changed the state, the timeline and what may be done next.
        if (revisionNumber !== before.revisionNumber) void queries.invalidateQueries({ queryKey: query.queryKey });
      },
    }),
  );
  const keepsCopy = useSyncExternalStore(session.localCopy.subscribe, session.localCopy.works, () => true);
  useKeepsLocalCopy(keepsCopy);
  useSaveOccasions(session.queue);
  useEffect(() => () => session.slots.stop(), [session]);
  return session;
}

/** Besides the pause after typing: the writer turns away, or the network is back. */
function useSaveOccasions(queue: SaveQueue): void {
  useEffect(() => {
    queue.start();
    const flush = () => void queue.flush();
    const flushWhenHidden = () => {
      if (document.visibilityState === "hidden") flush();
    };
    const resume = () => void queue.resume();
    window.addEventListener("blur", flush);
    window.addEventListener("online", resume);
    document.addEventListener("visibilitychange", flushWhenHidden);
    return () => {
      window.removeEventListener("blur", flush);
      window.removeEventListener("online", resume);
      document.removeEventListener("visibilitychange", flushWhenHidden);
      flush();
      queue.stop();
    };
  }, [queue]);
}
