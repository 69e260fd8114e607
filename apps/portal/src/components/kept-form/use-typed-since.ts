"use client";

import { useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * For a react-hook-form that stays after it was saved: `noteSent` when it is sent, `takeSaved` with the answer. What was
 * typed in between stays and counts as unsaved.
 */
export function useTypedSince<Fields extends FieldValues>(form: Pick<UseFormReturn<Fields>, "getValues" | "reset">) {
  const sent = useRef<Fields>(null);
  return {
    noteSent: () => {
      sent.current = form.getValues();
    },
    takeSaved: (saved: Fields) => {
      const before = sent.current;
      const typed = Object.entries(form.getValues()).filter(
        ([name, value]) => before !== null && value !== before[name],
      );
      form.reset(saved);
      if (typed.length > 0) form.reset({ ...saved, ...Object.fromEntries(typed) }, { keepDefaultValues: true });
    },
  };
}
