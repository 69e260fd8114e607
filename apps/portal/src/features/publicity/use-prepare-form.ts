"use client";

import { useMemo, useState } from "react";
import type { PublicityDraft, PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import { useKeptFields } from "../../components/kept-form/use-kept-fields.ts";
import { useUnsavedGuard } from "../../components/leaving/use-unsaved-guard.ts";
import { fromShanghaiInput, toShanghaiInput } from "../articles/shanghai-input.ts";
import { filledEntries, formRow, type FormRow } from "./pasted-rows.ts";
import type { PublicityDetail } from "./publicity-data.ts";
import type { PublicityMoves } from "./use-publicity-moves.ts";

export type PrepareFields = {
  title: string;
  rows: FormRow[];
  contactName: string;
  contactPhone: string;
  contactAddress: string;
  /** Value of a `datetime-local` input; empty for the moment of the signature. */
  startsAt: string;
  /** Value of a `date` input; empty for the shortest period. */
  lastDay: string;
  attachmentIds: readonly string[];
};

function fieldsOf(draft: PublicityDraft): PrepareFields {
  return {
    title: draft.title,
    rows: draft.entries.length > 0 ? draft.entries.map((entry) => formRow(entry)) : [formRow(), formRow(), formRow()],
    contactName: draft.contact.name,
    contactPhone: draft.contact.phone,
    contactAddress: draft.contact.address,
    startsAt: toShanghaiInput(draft.startsAt === null ? null : new Date(draft.startsAt)),
    lastDay: draft.lastDay ?? "",
    attachmentIds: draft.attachmentIds,
  };
}

function draftOf(fields: PrepareFields): PublicityDraft {
  return {
    title: fields.title,
    entries: filledEntries(fields.rows),
    contact: { name: fields.contactName, phone: fields.contactPhone, address: fields.contactAddress },
    startsAt: fromShanghaiInput(fields.startsAt),
    lastDay: fields.lastDay === "" ? null : fields.lastDay,
    attachmentIds: [...fields.attachmentIds],
  };
}

/** A correction begins with what is shown. */
function correctionOf({ list, entries, shownFiles, shownContact }: PublicityDetail): PublicityDraft {
  return {
    title: list.title,
    entries: entries ?? [],
    contact: shownContact ?? { name: "", phone: "", address: "" },
    startsAt: null,
    lastDay: null,
    attachmentIds: shownFiles.map(({ mediaId }) => mediaId),
  };
}

/** Rows left empty are nothing anybody saves. */
function isSame(one: PrepareFields, other: PrepareFields): boolean {
  return one === other || JSON.stringify(draftOf(one)) === JSON.stringify(draftOf(other));
}

type Prepared = { branch: string; data: PublicityDetail; moves: PublicityMoves };
type Ref = { publicityId: string; version: number };

/** What is being prepared, saved on demand and before it is handed in; nothing typed meanwhile is lost. */
export function usePrepareForm({ branch, data, moves: { save, submit } }: Prepared) {
  const publicityId = data.list.id;
  const saved = useMemo(
    () => ({ fields: fieldsOf(data.draft ?? correctionOf(data)), version: data.list.version }),
    [data],
  );
  const kept = useKeptFields<PrepareFields>(saved, isSame);
  const { fields, isDirty } = kept;
  const [isHandingIn, setHandingIn] = useState(false);

  function store(now: PrepareFields): Promise<Ref> {
    return kept.save((sent, at) => save.mutateAsync({ branch, publicityId, version: at, draft: draftOf(sent) }), now);
  }

  async function saveNow(): Promise<Ref> {
    return isDirty ? store(fields) : { publicityId, version: kept.version };
  }

  const settle = () =>
    saveNow().then(
      () => true,
      () => false,
    );
  useUnsavedGuard(isDirty, settle);

  /** The people of a file instead of those in the form, saved at once; they stay in the form when that is refused. */
  async function takeIn(entries: readonly PublicityEntry[]): Promise<boolean> {
    const rows = entries.map((entry) => formRow(entry));
    kept.change((before) => ({ ...before, rows }));
    return store({ ...fields, rows }).then(
      () => true,
      () => false,
    );
  }

  async function handIn(): Promise<void> {
    setHandingIn(true);
    try {
      const ref = await saveNow();
      await submit.mutateAsync({ branch, publicityId, version: ref.version });
    } finally {
      setHandingIn(false);
    }
  }

  /** The refusal that told of somebody else's words is answered with them. */
  function answering(answer: () => void): () => void {
    return () => {
      save.reset();
      submit.reset();
      answer();
    };
  }

  return {
    fields,
    change: (part: Partial<PrepareFields>) => kept.change((before) => ({ ...before, ...part })),
    changeFiles: (change: (ids: readonly string[]) => readonly string[]) =>
      kept.change((before) => ({ ...before, attachmentIds: change(before.attachmentIds) })),
    takeIn,
    filled: filledEntries(fields.rows).length,
    isDirty,
    overtaken: kept.isOvertaken ? { take: answering(kept.takeTheirs), keep: answering(kept.keepOwn) } : null,
    // A refusal is shown where the buttons are; nothing else has to be done about it.
    save: () => void saveNow().catch(() => undefined),
    handIn: () => void handIn().catch(() => undefined),
    isHandingIn,
    isBusy: save.isPending || submit.isPending,
    error: save.error ?? submit.error,
  };
}
