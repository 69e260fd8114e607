"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useForm, useWatch } from "react-hook-form";
import { type OpenBranchInput, openBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { describedErrorOf } from "../../trpc/app-code-of.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { OpenedBranch } from "./branch-data.ts";
import { useRefreshBranches } from "./use-refresh-branches.ts";
import { useSuggestedSlug } from "./use-suggested-slug.ts";

/** Both are needed before anything can be written, reviewed and published. */
const firstPeople: OpenBranchInput["people"] = [
  { displayName: "", email: "", roles: ["webmaster"] },
  { displayName: "", email: "", roles: ["secretary"] },
];

/** The form of a new branch; its address name follows the short name until somebody writes one. */
export function useOpenBranch(onOpened: (answer: OpenedBranch, name: string) => void) {
  const refresh = useRefreshBranches();
  const errorText = useErrorText();
  const form = useForm<OpenBranchInput>({
    resolver: zodResolver(openBranchInput),
    defaultValues: { name: "", shortName: "", slug: "", kind: "general", people: firstPeople },
  });
  const { control, setValue, setError } = form;
  const shortName = useWatch({ control, name: "shortName" });
  const slugIsOwn = form.formState.dirtyFields.slug === true;
  const suggestion = useSuggestedSlug(shortName, !slugIsOwn);
  useEffect(() => {
    // Set without marking it: only what a person writes counts as theirs.
    if (suggestion.slug !== undefined && !slugIsOwn) setValue("slug", suggestion.slug, { shouldDirty: false });
  }, [suggestion.slug, slugIsOwn, setValue]);

  const open = useMutation(
    useTRPC().office.branches.open.mutationOptions({
      onSuccess: (answer, sent) => {
        void refresh();
        onOpened(answer, sent.name);
      },
      onError: (error) => {
        const taken = describedErrorOf(error)?.reason === "branch.slugTaken";
        setError(taken ? "slug" : "root", { type: "refused", message: errorText(error) }, { shouldFocus: true });
      },
    }),
  );
  return {
    form,
    isPending: open.isPending,
    suggesting: suggestion.busy,
    submit: form.handleSubmit((fields) => open.mutate(fields)),
  };
}
