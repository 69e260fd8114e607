"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import type { OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { useTRPC } from "../../../trpc/client.tsx";
import { DialogButtons } from "../../office-branches/dialog-buttons.tsx";
import { FormProblem } from "./form-problem.tsx";
import { usePersonMutation } from "./use-person-mutation.ts";

type ConfirmFormProps = { person: OfficePerson; what: "enable" | "totp"; onClose: () => void };

/** What needs no more than a yes. */
export function ConfirmForm({ person, what, onClose }: ConfirmFormProps) {
  const t = useTranslations("office-people.dialog");
  const trpc = useTRPC();
  const { id: userId, displayName: name } = person.person;
  const { problem, settle } = usePersonMutation(onClose);
  const enable = useMutation(trpc.office.people.enable.mutationOptions(settle(t("enabled", { name }))));
  const totp = useMutation(trpc.office.people.resetSecondFactor.mutationOptions(settle(t("totpDone", { name }))));
  const work = what === "enable" ? enable : totp;
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    work.mutate({ userId });
  }
  return (
    <form onSubmit={submit} noValidate>
      <FormProblem problem={problem} />
      <p className="text-pretty">{t(`${what}Lead`)}</p>
      <DialogButtons danger={what === "totp"} busy={work.isPending} onCancel={onClose} confirm={t(what)} />
    </form>
  );
}
