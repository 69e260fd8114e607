"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { appCodeOf } from "../../../trpc/app-code-of.ts";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import type { EditedArticle } from "../../articles/article-data.ts";

/**
 * The branch's words above a pushed text, with what a button needs before it acts: everything saved, and the version.
 * The text below may change at any moment; a conflict counts only when a colleague changed the introduction, too.
 */
export function useIntroduction(branch: string, data: EditedArticle) {
  const { articles, pushes } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const stored = data.revision.introduction;
  const [text, setText] = useState(stored);
  const [saved, setSaved] = useState(stored);
  const held = useRef({ version: data.article.version, saved: stored, text: stored });
  const introduce = useMutation(pushes.introduce.mutationOptions());
  const articleId = data.article.id;

  useEffect(() => {
    const now = held.current;
    now.version = Math.max(now.version, data.article.version);
    if (now.text !== now.saved || now.saved === stored) return;
    now.saved = stored;
    now.text = stored;
    setSaved(stored);
    setText(stored);
  }, [data.article.version, stored]);

  function change(next: string): void {
    held.current.text = next;
    setText(next);
  }

  async function send(version: number): Promise<void> {
    const sent = held.current.text;
    const result = await introduce.mutateAsync({ branch, articleId, version, introduction: sent });
    held.current = { version: result.version, saved: sent, text: held.current.text };
    setSaved(sent);
    await queries.invalidateQueries({ queryKey: articles.pathKey() });
  }

  /** Sends the words again above the newest text, unless somebody else wrote other ones meanwhile. */
  async function sendAnew(): Promise<boolean> {
    const fresh = await queries.query({ ...articles.forEditing.queryOptions({ branch, articleId }), staleTime: 0 });
    if (fresh.revision.introduction !== held.current.saved) return false;
    await send(fresh.article.version);
    return true;
  }

  async function flush(): Promise<boolean> {
    if (held.current.text === held.current.saved) return true;
    try {
      await send(held.current.version);
      return true;
    } catch (error) {
      const isOverNewText = appCodeOf(error) === "CONFLICT" && (await sendAnew().catch(() => false));
      if (!isOverNewText) void message.error(errorText(error));
      return isOverNewText;
    }
  }

  return {
    text,
    change,
    flush,
    isUnsaved: text !== saved,
    isSaving: introduce.isPending,
    desk: {
      flush,
      getState: () => ({ stored: { version: held.current.version } }),
      adopt: (version: number) => {
        held.current.version = version;
      },
    },
  };
}

export type IntroductionText = ReturnType<typeof useIntroduction>;
