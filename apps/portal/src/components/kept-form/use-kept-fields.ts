"use client";

import { useRef, useState } from "react";

/** What the server holds of a form, and the version it holds it at. */
export type SavedFields<Fields> = { fields: Fields; version: number };

/**
 * A form's fields against what is saved of them; versions only grow. What is typed while a save is under way stays and
 * counts as unsaved. What somebody else saved is taken over where nothing is unsaved; otherwise both stay apart and the
 * form is `overtaken`: the person takes theirs, or keeps their own knowingly.
 */
export function useKeptFields<Fields>(saved: SavedFields<Fields>, isSame: (one: Fields, other: Fields) => boolean) {
  const [base, setBase] = useState(saved);
  const [fields, setFields] = useState(saved.fields);
  // Own saves are known by their answer; what is read anew before it comes is not somebody else's.
  const [isSaving, setSaving] = useState(false);
  // One save at a time, each on top of the version the last one made.
  const last = useRef(Promise.resolve({ version: 0 }));
  const isDirty = !isSame(fields, base.fields);
  const isNewer = !isSaving && saved.version > base.version;
  const isOther = isNewer && !isSame(saved.fields, base.fields);
  const isOvertaken = isOther && isDirty;
  if (isNewer && !isOvertaken) {
    setBase(saved);
    if (isOther) setFields(saved.fields);
  }

  /** Sends the fields as they are now, or as they are given; a refusal is the caller's to show. */
  async function save<Answer extends { version: number }>(
    send: (sent: Fields, version: number) => Promise<Answer>,
    sent = fields,
  ): Promise<Answer> {
    setSaving(true);
    const before = last.current.catch(() => ({ version: 0 }));
    const saving = before.then(({ version }) => send(sent, Math.max(version, base.version)));
    last.current = saving;
    try {
      const answer = await saving;
      setBase({ fields: sent, version: answer.version });
      return answer;
    } finally {
      if (last.current === saving) setSaving(false);
    }
  }

  return {
    fields,
    change: (next: (before: Fields) => Fields) => setFields(next),
    version: base.version,
    isDirty,
    isOvertaken,
    save,
    takeTheirs: () => {
      setBase(saved);
      setFields(saved.fields);
    },
    keepOwn: () => setBase(saved),
  };
}
