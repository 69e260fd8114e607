"use client";

import { App, Button, Input, type InputRef } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import { columnNameSchema } from "@zhibu/domain/columns/column-inputs";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { CadenceSelect } from "./cadence-select.tsx";
import { ColumnField } from "./column-field.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { useEditColumn } from "./use-edit-column.ts";

/** Another name, and for a column of the branch's own another cadence. */
export function EditColumnForm({ branch, column, onDone }: { branch: string; column: ColumnItem; onDone: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [name, setName] = useState(column.name);
  const [cadenceDays, setCadenceDays] = useState(column.cadenceDays);
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);
  const [tried, setTried] = useState(false);
  const edit = useEditColumn(branch, column, () => {
    void message.success(t("common.saved"));
    onDone();
  });
  const parsed = columnNameSchema.safeParse(name);
  const refused = edit.isError ? errorText(edit.error) : undefined;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (parsed.success) edit.mutate({ name: parsed.data, cadenceDays });
  }

  return (
    <form onSubmit={submit} noValidate aria-label={t("columns.form.editTitle")}>
      <HeldFields held={edit.isPending}>
        <ColumnField
          label={t("columns.form.name")}
          hint={<BaselineName column={column} name={name} onRestore={setName} />}
          error={tried && !parsed.success ? t("columns.form.nameError") : refused}
        >
          {(props) => (
            <Input
              {...props}
              ref={field}
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={40}
            />
          )}
        </ColumnField>
        {column.can.setCadence && (
          <ColumnField label={t("columns.form.cadence")} hint={t("columns.form.cadenceHint")}>
            {(props) => <CadenceSelect control={props} value={cadenceDays} onChange={setCadenceDays} />}
          </ColumnField>
        )}
      </HeldFields>
      <FormButtons busy={edit.isPending} onCancel={onDone}>
        {t("common.save")}
      </FormButtons>
    </form>
  );
}

type BaselineNameProps = { column: ColumnItem; name: string; onRestore: (name: string) => void };

function BaselineName({ column, name, onRestore }: BaselineNameProps) {
  const t = useTranslations("columns.form");
  const { baselineName } = column;
  if (baselineName === null) return t("nameHint");
  return (
    <>
      {t("baselineName", { name: baselineName })}
      {name !== baselineName && (
        <Button type="link" size="small" onClick={() => onRestore(baselineName)}>
          {t("restoreName")}
        </Button>
      )}
    </>
  );
}
