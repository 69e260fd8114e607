"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { HeldPost, OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { HeldFields } from "../../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { DialogButtons } from "../../office-branches/dialog-buttons.tsx";
import { newPost, postOf, problemsOf } from "../post-draft.ts";
import { PostFields } from "../post-fields.tsx";
import { FormProblem } from "./form-problem.tsx";
import { usePersonMutation } from "./use-person-mutation.ts";

type AppointFormProps = {
  person: OfficePerson;
  /** A term to be followed by another of the same role. */
  renew: HeldPost | null;
  onClose: () => void;
};

/** One more role for a term. */
export function AppointForm({ person, renew, onClose }: AppointFormProps) {
  const t = useTranslations("office-people.dialog");
  const roleWord = useTranslations("common.role");
  const { id, displayName } = person.person;
  const [post, setPost] = useState(() => firstPost(renew, person.today));
  const [tried, setTried] = useState(false);
  const { problem, settle } = usePersonMutation(onClose);
  const said = t("appointed", { name: displayName, role: roleWord(post.role) });
  const appoint = useMutation(useTRPC().office.people.appoint.mutationOptions(settle(said)));
  const problems = problemsOf(post);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) appoint.mutate({ userId: id, ...postOf(post) });
  }
  return (
    <form onSubmit={submit} noValidate>
      <HeldFields held={appoint.isPending}>
        <FormProblem problem={problem} />
        <PostFields
          post={post}
          problems={tried ? problems : {}}
          onChange={(change) => setPost((before) => ({ ...before, ...change }))}
        />
      </HeldFields>
      <DialogButtons busy={appoint.isPending} onCancel={onClose} confirm={t("appoint")} />
    </form>
  );
}

function firstPost(renew: HeldPost | null, today: string) {
  if (!renew) return newPost(today);
  const { role, branch, endsOn } = renew;
  const dayAfter = endsOn === null ? today : addDays(endsOn, 1);
  return newPost(dayAfter > today ? dayAfter : today, {
    place: branch === null ? "college" : "branch",
    branchSlug: branch?.slug ?? "",
    role,
  });
}
