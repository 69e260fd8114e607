"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { HeldPost, OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { DialogButtons } from "../../office-branches/dialog-buttons.tsx";
import { useTermText } from "../../people/use-term-text.ts";
import { dayText } from "../day-text.ts";
import { FormProblem } from "./form-problem.tsx";
import { usePersonMutation } from "./use-person-mutation.ts";

type EndTermFormProps = { person: OfficePerson; post: HeldPost; onClose: () => void };

/** The last day of a term, and why. */
export function EndTermForm({ person, post, onClose }: EndTermFormProps) {
  const t = useTranslations("office-people.dialog");
  const roleWord = useTranslations("common.role");
  const termText = useTermText();
  const earliest = addDays(post.startsOn > person.today ? post.startsOn : person.today, -1);
  const [endsOn, setEndsOn] = useState(post.startsOn > person.today ? earliest : person.today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { problem, settle } = usePersonMutation(onClose);
  const said = t("ended", { day: endsOn === "" ? "" : dayText(endsOn) });
  const end = useMutation(useTRPC().office.people.endTerm.mutationOptions(settle(said)));
  const place = post.branch === null ? "" : post.branch.name;
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (endsOn !== "" && reason.trim() !== "") end.mutate({ appointmentId: post.id, endsOn, reason: reason.trim() });
  }
  return (
    <form onSubmit={submit} noValidate>
      <HeldFields held={end.isPending}>
        <FormProblem problem={problem} />
        <p className="mb-3">
          {t("endLead", { name: person.person.displayName, place, role: roleWord(post.role), term: termText(post) })}
        </p>
        <div className="space-y-3">
          <TextField
            type="date"
            label={t("endsOn")}
            hint={t("endsOnHint", { yesterday: dayText(addDays(person.today, -1)) })}
            value={endsOn}
            min={earliest}
            {...(post.endsOn === null ? {} : { max: post.endsOn })}
            error={tried && endsOn === "" ? t("dayError") : undefined}
            onChange={(event) => setEndsOn(event.target.value)}
          />
          <TextField
            label={t("reason")}
            hint={t("reasonHint")}
            value={reason}
            maxLength={300}
            error={tried && reason.trim() === "" ? t("reasonError") : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          {post.branch !== null && <p className="text-[13px] text-ink-soft">{t("endNeedsHandOver")}</p>}
        </div>
      </HeldFields>
      <DialogButtons busy={end.isPending} onCancel={onClose} confirm={t("end")} />
    </form>
  );
}
