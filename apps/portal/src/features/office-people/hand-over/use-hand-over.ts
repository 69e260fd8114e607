"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import type { HandOverPreview } from "@zhibu/core/articles/hand-over/preview-hand-over";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import type { ChosenPerson } from "../person-select.tsx";
import { todayInShanghai } from "../post-draft.ts";
import type { HandedBranch } from "./hand-over-done.tsx";

/** What is left out of the hand-over; everything else goes. */
type LeftOut = { roles: ReadonlySet<string>; articles: ReadonlySet<string> };

type Done = { from: ChosenPerson; to: ChosenPerson; branches: HandedBranch[] };

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return set.has(key) ? new Set([...set].filter((each) => each !== key)) : new Set([...set, key]);
}

/** What goes over of one branch, as chosen. */
function chosenOf(branch: HandOverPreview["branches"][number], leftOut: LeftOut) {
  const roles = branch.roles.filter(({ id }) => !leftOut.roles.has(id));
  const withArticles = branch.articles.length > 0 && !leftOut.articles.has(branch.slug);
  return { branch, roles, withArticles, empty: roles.length === 0 && !withArticles };
}

/** The state of a hand-over before it is confirmed; branches are handed over one after the other, each whole. */
export function useHandOver(first: ChosenPerson | null, onDone: (done: Done) => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState<ChosenPerson | null>(null);
  const [day, setDay] = useState(todayInShanghai);
  const [note, setNote] = useState("");
  const [leftOut, setLeftOut] = useState<LeftOut>({ roles: new Set(), articles: new Set() });
  const preview = useQuery(
    trpc.office.people.previewHandOver.queryOptions({ fromUserId: from?.id ?? "" }, { enabled: from !== null }),
  );
  const handOver = useMutation(trpc.office.people.handOver.mutationOptions());
  const [working, setWorking] = useState(false);
  const chosen = (preview.data?.branches ?? [])
    .map((branch) => chosenOf(branch, leftOut))
    .filter(({ empty }) => !empty);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!from || !to || chosen.length === 0) return;
    setWorking(true);
    const branches: HandedBranch[] = [];
    for (const { branch, roles, withArticles } of chosen) {
      branches.push({
        name: branch.name,
        outcome: await handOver
          .mutateAsync({
            fromUserId: from.id,
            toUserId: to.id,
            branchSlug: branch.slug,
            day,
            appointmentIds: roles.map(({ id }) => id),
            withArticles,
            note: note.trim(),
          })
          .catch((error: unknown) => ({ refused: errorText(error) })),
      });
    }
    setWorking(false);
    void client.invalidateQueries({ queryKey: trpc.office.people.pathKey() });
    onDone({ from, to, branches });
  }

  return {
    from,
    to,
    day,
    note,
    preview,
    chosen,
    working,
    leftOut,
    setFrom: (person: ChosenPerson | null) => {
      setFrom(person);
      setLeftOut({ roles: new Set(), articles: new Set() });
    },
    setTo,
    setDay,
    setNote,
    toggleRole: (id: string) => setLeftOut((before) => ({ ...before, roles: toggled(before.roles, id) })),
    toggleArticles: (slug: string) => setLeftOut((before) => ({ ...before, articles: toggled(before.articles, slug) })),
    submit,
  };
}

export type HandOverState = ReturnType<typeof useHandOver>;
