"use client";

import { useState } from "react";
import type { PublicityDraft, PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
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

type Prepared = { branch: string; data: PublicityDetail; moves: PublicityMoves };

/** What is being prepared, saved on demand and before it is handed in. */
export function usePrepareForm({ branch, data, moves: { save, submit } }: Prepared, draft: PublicityDraft) {
  const [fields, setFields] = useState(() => fieldsOf(draft));
  const [isDirty, setDirty] = useState(false);
  const ref = { branch, publicityId: data.list.id, version: data.list.version };

  function change(part: Partial<PrepareFields>): void {
    setFields((before) => ({ ...before, ...part }));
    setDirty(true);
  }

  function changeFiles(change: (ids: readonly string[]) => readonly string[]): void {
    setFields((before) => ({ ...before, attachmentIds: change(before.attachmentIds) }));
    setDirty(true);
  }

  async function store(now: PrepareFields): Promise<{ publicityId: string; version: number }> {
    const saved = await save.mutateAsync({ ...ref, draft: draftOf(now) });
    setDirty(false);
    return saved;
  }

  async function saveNow(): Promise<{ publicityId: string; version: number }> {
    return isDirty ? store(fields) : ref;
  }

  /** The people of a file instead of those in the form, saved at once; they stay in the form when that is refused. */
  async function takeIn(entries: readonly PublicityEntry[]): Promise<boolean> {
    const after = { ...fields, rows: entries.map((entry) => formRow(entry)) };
    change(after);
    return store(after).then(
      () => true,
      () => false,
    );
  }

  async function handIn(): Promise<void> {
    const saved = await saveNow();
    await submit.mutateAsync({ branch, publicityId: saved.publicityId, version: saved.version });
  }

  return {
    fields,
    change,
    changeFiles,
    takeIn,
    filled: filledEntries(fields.rows).length,
    isDirty,
    // A refusal is shown where the buttons are; nothing else has to be done about it.
    save: () => void saveNow().catch(() => undefined),
    handIn: () => void handIn().catch(() => undefined),
    isBusy: save.isPending || submit.isPending,
    error: save.error ?? submit.error,
  };
}
