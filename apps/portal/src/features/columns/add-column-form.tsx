"use client";

import { App, Input } from "antd";
import { useTranslations } from "next-intl";
import { Controller, type FieldError } from "react-hook-form";
import type { ColumnTree } from "@zhibu/core/columns/list-columns";
import { Notice } from "@zhibu/ui/notice";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { CadenceSelect } from "./cadence-select.tsx";
import { ColumnField } from "./column-field.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { PlaceSelect } from "./place-select.tsx";
import { useAddColumn } from "./use-add-column.ts";

type AddColumnFormProps = { branch: string; tree: ColumnTree; parentId: string | null; onDone: () => void };

/** What the server says about a field, else our own words about it. */
function wordsOf(error: FieldError | undefined, otherwise: string): string | undefined {
  if (!error) return undefined;
  return error.type === "refused" ? error.message : otherwise;
}

/** A new column of the branch's own: name, place, address, cadence. */
export function AddColumnForm({ branch, tree, parentId, onDone }: AddColumnFormProps) {
  const t = useTranslations("columns.form");
  const { message } = App.useApp();
  const { form, add, suggesting, submit } = useAddColumn(branch, parentId, (name) => {
    void message.success(t("added", { name }));
    onDone();
  });
  const { control } = form;
  const { errors } = form.formState;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t("addTitle")}>
      <HeldFields held={add.isPending}>
        {errors.root && (
          <div className="mb-4">
            <Notice tone="bad" role="alert">
              {errors.root.message}
            </Notice>
          </div>
        )}
        <ColumnField label={t("name")} hint={t("nameHint")} error={wordsOf(errors.name, t("nameError"))}>
          {(props) => (
            <Controller
              control={control}
              name="name"
              render={({ field }) => <Input {...field} {...props} maxLength={40} />}
            />
          )}
        </ColumnField>
        <ColumnField label={t("parent")} error={wordsOf(errors.parentId, "")}>
          {(props) => (
            <Controller
              control={control}
              name="parentId"
              render={({ field }) => (
                <PlaceSelect control={props} tree={tree} value={field.value} onChange={field.onChange} />
              )}
            />
          )}
        </ColumnField>
        <ColumnField
          label={t("slug")}
          hint={suggesting ? t("slugSuggesting") : t("slugHint")}
          error={wordsOf(errors.slug, t("slugError"))}
        >
          {(props) => (
            <Controller
              control={control}
              name="slug"
              render={({ field }) => (
                <Input
                  {...field}
                  {...props}
                  prefix="/c/"
                  className="max-md:[&_input]:min-h-0"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={32}
                />
              )}
            />
          )}
        </ColumnField>
        <ColumnField label={t("cadence")} hint={t("cadenceHint")}>
          {(props) => (
            <Controller
              control={control}
              name="cadenceDays"
              render={({ field }) => <CadenceSelect control={props} value={field.value} onChange={field.onChange} />}
            />
          )}
        </ColumnField>
      </HeldFields>
      <FormButtons busy={add.isPending} onCancel={onDone}>
        {t("addTitle")}
      </FormButtons>
    </form>
  );
}
