"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Controller, type FieldError, FormProvider, useWatch } from "react-hook-form";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { TextField } from "@zhibu/ui/text-field";
import type { OpenedBranch } from "./branch-data.ts";
import { FirstPeople } from "./first-people.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { useOpenBranch } from "./use-open-branch.ts";

type OpenBranchFormProps = { rootOrigin: string; onOpened: (answer: OpenedBranch, name: string) => void };

/** What the server says about a field, else our own words about it. */
function wordsOf(error: FieldError | undefined, otherwise: string): string | undefined {
  if (!error) return undefined;
  return error.type === "refused" ? error.message : otherwise;
}

/** Names, address, kind and first people of a new branch. */
export function OpenBranchForm({ rootOrigin, onOpened }: OpenBranchFormProps) {
  const t = useTranslations("office-branches.new");
  const { form, isPending, suggesting, submit } = useOpenBranch(onOpened);
  const { errors } = form.formState;
  const slug = useWatch({ control: form.control, name: "slug" });
  const address = `${slug === "" ? t("slug") : slug}.${new URL(rootOrigin).host}`;
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label={t("title")}>
        <Panel title={t("branch")}>
          <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
            <TextField
              label={t("name")}
              hint={t("nameHint")}
              maxLength={40}
              error={errors.name && t("nameError")}
              {...form.register("name")}
            />
            <TextField
              label={t("shortName")}
              hint={t("shortNameHint")}
              maxLength={12}
              error={errors.shortName && t("shortNameError")}
              {...form.register("shortName")}
            />
            <TextField
              label={t("slug")}
              hint={suggesting ? t("slugSuggesting") : t("slugHint", { address })}
              maxLength={32}
              autoCapitalize="none"
              spellCheck={false}
              error={wordsOf(errors.slug, t("slugError"))}
              {...form.register("slug")}
            />
            <Controller
              control={form.control}
              name="kind"
              render={({ field }) => <KindChoice value={field.value} onChange={field.onChange} />}
            />
          </div>
        </Panel>
        <FirstPeople />
        {errors.root && (
          <div className="mb-4">
            <Notice tone="bad" role="alert">
              {errors.root.message}
            </Notice>
          </div>
        )}
        <Button type="primary" htmlType="submit" size="large" loading={isPending}>
          {t("submit")}
        </Button>
      </form>
    </FormProvider>
  );
}
