"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useForm, useWatch } from "react-hook-form";
import { type AddColumnInput, addColumnInput } from "@zhibu/domain/columns/column-inputs";
import { describedErrorOf } from "../../trpc/app-code-of.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { useRefreshColumns } from "./use-column-mutations.ts";
import { useSuggestedSlug } from "./use-suggested-slug.ts";

/** Which field a refusal is about. */
const fieldOfReason: Readonly<Record<string, keyof AddColumnInput>> = {
  "column.slugTaken": "slug",
  "column.nameTaken": "name",
  "column.tooDeep": "parentId",
};

/** A month is what most columns of a branch's own can keep up with. */
const usualCadenceDays = 31;

/** The form of a new column; its address follows the name until somebody writes one. */
export function useAddColumn(branch: string, parentId: string | null, onAdded: (name: string) => void) {
  const trpc = useTRPC();
  const refresh = useRefreshColumns();
  const errorText = useErrorText();
  const form = useForm<AddColumnInput>({
    resolver: zodResolver(addColumnInput),
    defaultValues: { name: "", slug: "", parentId, cadenceDays: usualCadenceDays },
  });
  const { setValue, setError, setFocus, control } = form;
  useEffect(() => setFocus("name"), [setFocus]);
  const name = useWatch({ control, name: "name" });
  const slugIsOwn = form.formState.dirtyFields.slug === true;
  const suggestion = useSuggestedSlug(branch, name, !slugIsOwn);
  useEffect(() => {
    // Set without marking it: only what a person writes counts as theirs.
    if (suggestion.slug !== undefined && !slugIsOwn) setValue("slug", suggestion.slug, { shouldDirty: false });
  }, [suggestion.slug, slugIsOwn, setValue]);

  const add = useMutation(
    trpc.columns.add.mutationOptions({
      onSuccess: (_added, sent) => {
        void refresh();
        onAdded(sent.name);
      },
      onError: (error) => {
        const field = fieldOfReason[describedErrorOf(error)?.reason ?? ""];
        setError(field ?? "root", { type: "refused", message: errorText(error) });
      },
    }),
  );
  return {
    form,
    add,
    suggesting: suggestion.busy,
    submit: form.handleSubmit((fields) => add.mutate({ ...fields, branch })),
  };
}
