"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { TextField } from "@zhibu/ui/text-field";
import { useTRPC } from "../../../trpc/client.tsx";
import { DialogButtons } from "../../office-branches/dialog-buttons.tsx";
import { FormProblem } from "./form-problem.tsx";
import { usePersonMutation } from "./use-person-mutation.ts";

/** Shuts an account, with the reason that stays on record. */
export function DisableForm({ person, onClose }: { person: OfficePerson; onClose: () => void }) {
  const t = useTranslations("office-people.dialog");
  const { id, displayName } = person.person;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { problem, settle } = usePersonMutation(onClose);
  const disable = useMutation(
    useTRPC().office.people.disable.mutationOptions(settle(t("disabled", { name: displayName }))),
  );
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== "") disable.mutate({ userId: id, reason: reason.trim() });
  }
  return (
    <form onSubmit={submit} noValidate>
      <FormProblem problem={problem} />
      <p className="mb-3 text-pretty">{t("disableLead")}</p>
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        value={reason}
        maxLength={300}
        error={tried && reason.trim() === "" ? t("reasonError") : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <DialogButtons danger busy={disable.isPending} onCancel={onClose} confirm={t("disable")} />
    </form>
  );
}
