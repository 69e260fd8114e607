"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { DialogButtons } from "../../office-branches/dialog-buttons.tsx";
import { FormProblem } from "./form-problem.tsx";
import { usePersonMutation } from "./use-person-mutation.ts";

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Corrects name and address. */
export function EditForm({ person, onClose }: { person: OfficePerson; onClose: () => void }) {
  const t = useTranslations("office-people");
  const common = useTranslations("common");
  const { id, version } = person.person;
  const [name, setName] = useState(person.person.displayName);
  const [email, setEmail] = useState(person.person.email ?? "");
  const [tried, setTried] = useState(false);
  const { problem, settle } = usePersonMutation(onClose);
  const update = useMutation(useTRPC().office.people.update.mutationOptions(settle(t("dialog.edited"))));
  const wrongName = name.trim().length < 2;
  const wrongEmail = email.trim() !== "" && !emailPattern.test(email.trim());
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (!wrongName && !wrongEmail)
      update.mutate({ userId: id, version, displayName: name.trim(), email: email.trim() });
  }
  return (
    <form onSubmit={submit} noValidate>
      <HeldFields held={update.isPending}>
        <FormProblem problem={problem} />
        <p className="mb-3 text-ink-soft">{t("dialog.editLead")}</p>
        <div className="space-y-3">
          <TextField
            label={t("inviteForm.name")}
            value={name}
            maxLength={40}
            error={tried && wrongName ? t("inviteForm.nameError") : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            type="email"
            label={t("inviteForm.email")}
            value={email}
            maxLength={120}
            error={tried && wrongEmail ? t("inviteForm.emailError") : undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
      </HeldFields>
      <DialogButtons busy={update.isPending} onCancel={onClose} confirm={common("save")} />
    </form>
  );
}
