"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import type { OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { useTRPC } from "../../../trpc/client.tsx";
import { DialogButtons } from "../../office-branches/dialog-buttons.tsx";
import { LinkCard } from "../link-card.tsx";
import { FormProblem } from "./form-problem.tsx";
import { usePersonMutation } from "./use-person-mutation.ts";

/** Asks, makes the link, and shows it this once. */
export function LinkForm({ person, onClose }: { person: OfficePerson; onClose: () => void }) {
  const t = useTranslations("office-people");
  const { problem, fail, refresh } = usePersonMutation(onClose);
  const make = useMutation(
    useTRPC().office.people.resetPassword.mutationOptions({ onSuccess: () => void refresh(), onError: fail }),
  );
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    make.mutate({ userId: person.person.id });
  }
  if (make.data) {
    return (
      <>
        <LinkCard link={make.data} />
        <div className="mt-5 flex justify-end">
          <Button onClick={onClose}>{t("link.done")}</Button>
        </div>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <FormProblem problem={problem} />
      <p className="text-pretty">{t(person.account.hasPassword ? "dialog.resetLead" : "dialog.inviteLead")}</p>
      <DialogButtons busy={make.isPending} onCancel={onClose} confirm={t("dialog.makeLink")} />
    </form>
  );
}
