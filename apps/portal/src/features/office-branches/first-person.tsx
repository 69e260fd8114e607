"use client";

import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { OpenBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { branchRoles } from "@zhibu/domain/tenancy/roles";
import { TextField } from "@zhibu/ui/text-field";

/** One of the first people: a name, where the invitation may go, and what they are to do. */
export function FirstPerson({ index, onRemove }: { index: number; onRemove: () => void }) {
  const t = useTranslations("office-branches.new");
  const common = useTranslations("common");
  const { register, formState } = useFormContext<OpenBranchInput>();
  const errors = formState.errors.people?.[index];
  const number = index + 1;
  return (
    <fieldset className="relative rounded-md border border-line px-4 pt-1 pb-4">
      <legend className="px-1 text-[13px] text-ink-soft">{t("person", { number })}</legend>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t("removePerson", { number })}
        onClick={onRemove}
        className="absolute! top-1 right-1"
      />
      <div className="grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <TextField
          label={t("personName")}
          maxLength={40}
          autoComplete="off"
          error={errors?.displayName && t("personNameError")}
          {...register(`people.${index}.displayName`)}
        />
        <TextField
          label={t("email")}
          placeholder={t("emailHint")}
          inputMode="email"
          maxLength={120}
          autoComplete="off"
          error={errors?.email && t("emailError")}
          {...register(`people.${index}.email`)}
        />
      </div>
      <fieldset className="mt-2 flex flex-wrap gap-x-5">
        <legend className="sr-only">{t("roles")}</legend>
        {branchRoles.map((role) => (
          <label key={role} className="flex min-h-10 items-center gap-2 md:min-h-8">
            <input
              type="checkbox"
              value={role}
              {...register(`people.${index}.roles`)}
              className="size-4 accent-brand"
            />
            {common(`role.${role}`)}
          </label>
        ))}
      </fieldset>
      <p role="alert" className="text-bad empty:hidden">
        {errors?.roles && t("rolesError")}
      </p>
    </fieldset>
  );
}
