"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SentLink } from "@zhibu/core/tenancy/people/send-link";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";

export type Slip = SentLink & { branchName: string };
export type Way = "mail" | "paper";

/** How far the work of one way has come; `stopped` says why it came no further. */
export type InvitationWork = { by: Way; done: number; total: number; stopped: string | null; ended: boolean };

/** Invites everybody who waits, a handful at a time; stopping in between loses nothing and repeats nothing. */
export function useInvitations(importId: string | undefined) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const of = importId === undefined ? {} : { importId };
  const waiting = useQuery(trpc.office.people.waiting.queryOptions(of));
  const next = useMutation(trpc.office.people.inviteNext.mutationOptions());
  const [work, setWork] = useState<InvitationWork | null>(null);
  const [slips, setSlips] = useState<readonly Slip[]>([]);

  async function begin(by: Way): Promise<void> {
    let done = 0;
    let left = waiting.data?.[by] ?? 0;
    const report = (stopped: string | null, ended: boolean) =>
      setWork({ by, done, total: done + left, stopped, ended });
    report(null, false);
    try {
      while (left > 0) {
        const answer = await next.mutateAsync({ ...of, by });
        done += answer.sent;
        ({ left } = answer);
        if (answer.links.length > 0) setSlips((before) => [...before, ...answer.links]);
        report(null, left === 0);
        if (answer.sent === 0) break;
      }
      report(null, true);
    } catch (error) {
      report(errorText(error), true);
    }
    await client.invalidateQueries({ queryKey: trpc.office.people.pathKey() });
  }

  return { waiting, work, slips, begin };
}
