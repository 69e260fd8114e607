"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useDeferredValue, useState } from "react";
import { describedErrorOf } from "../../../trpc/app-code-of.ts";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import { newPost, type PostDraft, postOf, problemsOf, todayInShanghai } from "../post-draft.ts";

type Field = "displayName" | "loginName" | "email";

/** Which field a refusal is about. */
const fieldOfReason: Readonly<Record<string, Field>> = {
  "person.loginNameTaken": "loginName",
  "person.emailTaken": "email",
};

const loginNamePattern = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** The form of a new person; the login name follows the name until somebody writes one. */
export function useInviteForm() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [fields, setFields] = useState({ displayName: "", loginName: "", email: "" });
  const [ownLoginName, setOwnLoginName] = useState(false);
  const [posts, setPosts] = useState<PostDraft[]>(() => [newPost(todayInShanghai())]);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ field: Field | "form"; text: string }>();
  const name = useDeferredValue(fields.displayName.trim());
  const suggestion = useQuery(
    trpc.office.people.suggestLoginName.queryOptions(
      { displayName: name.slice(0, 40) },
      { enabled: name.length > 1 && !ownLoginName, placeholderData: keepPreviousData },
    ),
  );
  const loginName = ownLoginName ? fields.loginName : name.length > 1 ? (suggestion.data?.loginName ?? "") : "";
  const invite = useMutation(
    trpc.office.people.invite.mutationOptions({
      onSuccess: () => void client.invalidateQueries({ queryKey: trpc.office.people.pathKey() }),
      onError: (error) => {
        setRefused({ field: fieldOfReason[describedErrorOf(error)?.reason ?? ""] ?? "form", text: errorText(error) });
      },
    }),
  );
  const typed = fields.loginName.trim();
  const wrong = {
    displayName: fields.displayName.trim().length < 2,
    loginName: ownLoginName && (typed.length < 2 || !loginNamePattern.test(typed)),
    email: fields.email.trim() !== "" && !emailPattern.test(fields.email.trim()),
  };

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    setRefused(undefined);
    const whole = posts.every((post) => Object.keys(problemsOf(post)).length === 0);
    if (Object.values(wrong).includes(true) || !whole) return;
    invite.mutate({
      displayName: fields.displayName.trim(),
      loginName: ownLoginName ? typed : "",
      email: fields.email.trim(),
      posts: posts.map(postOf),
    });
  }

  return {
    fields: { ...fields, loginName },
    set: (field: Field, value: string) => {
      setRefused(undefined);
      if (field === "loginName") setOwnLoginName(value !== "");
      setFields((before) => ({ ...before, [field]: field === "loginName" ? value.toLowerCase() : value }));
    },
    posts,
    addPost: () => setPosts((before) => [...before, newPost(todayInShanghai())]),
    removePost: (key: string) => setPosts((before) => before.filter((post) => post.key !== key)),
    changePost: (key: string, change: Partial<PostDraft>) =>
      setPosts((before) => before.map((post) => (post.key === key ? { ...post, ...change } : post))),
    tried,
    wrong,
    refused,
    invite,
    submit,
  };
}
