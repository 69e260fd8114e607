"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { type BranchSettingsFields, branchSettingsFields } from "@zhibu/domain/tenancy/settings-inputs";
import { useTypedSince } from "../../components/kept-form/use-typed-since.ts";
import { useUnsavedGuard } from "../../components/leaving/use-unsaved-guard.ts";
import { appCodeOf } from "../../trpc/app-code-of.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { editableSettings, settingsFieldNames } from "./settings-field-names.ts";

export type SavedSettings = BranchSettingsFields & { version: number };

/** What another person's save changed. */
function changedFields(from: BranchSettingsFields, to: BranchSettingsFields): Partial<BranchSettingsFields> {
  const names = settingsFieldNames.filter((name) => from[name] !== to[name]);
  return Object.fromEntries(names.map((name) => [name, to[name]]));
}

/**
 * The settings form against the version it began with. When somebody else saved first, what is typed stays, fields
 * not typed in take what they saved, and `theirs` holds their changes: the next save replaces them knowingly.
 */
export function useSettingsForm(branch: string, saved: SavedSettings, onSaved: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [base, setBase] = useState(saved);
  const [theirs, setTheirs] = useState<Partial<BranchSettingsFields> | null>(null);
  const form = useForm<BranchSettingsFields>({
    resolver: zodResolver(branchSettingsFields),
    defaultValues: editableSettings(saved),
  });
  const { noteSent, takeSaved } = useTypedSince(form);
  const query = trpc.branchSettings.get.queryOptions({ branch });

  const update = useMutation(
    trpc.branchSettings.update.mutationOptions({
      onSuccess: ({ version }, sent) => {
        setBase({ ...sent, version });
        setTheirs(null);
        takeSaved(editableSettings(sent));
        void client.invalidateQueries({ queryKey: query.queryKey });
        onSaved();
      },
      onError: async (error) => {
        if (appCodeOf(error) !== "CONFLICT") return;
        const { settings } = await client.query({ ...query, staleTime: 0 });
        setTheirs(changedFields(base, settings));
        setBase(settings);
        form.reset(editableSettings(settings), { keepDirtyValues: true });
      },
    }),
  );

  useUnsavedGuard(form.formState.isDirty);

  return {
    form,
    theirs,
    update,
    submit: form.handleSubmit((fields) => {
      noteSent();
      update.mutate({ ...fields, branch, version: base.version });
    }),
    /** Back to what is saved now. */
    discard: () => {
      setTheirs(null);
      update.reset();
      form.reset(editableSettings(base));
    },
  };
}
