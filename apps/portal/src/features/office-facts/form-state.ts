"use client";

import { useState } from "react";
import type { z } from "zod";

type Fields = Record<string, unknown>;

/** A form's words as they are typed, and which of them will not do; errors show after the first try to send. */
export function useFormState<Schema extends z.ZodType<Fields>>(schema: Schema, initial: z.input<Schema> & Fields) {
  const [values, setValues] = useState<z.input<Schema> & Fields>(initial);
  const [wasTried, setTried] = useState(false);
  const parsed = schema.safeParse(values);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0])));
  return {
    values,
    set: (change: Partial<z.input<Schema>>) => setValues((before) => ({ ...before, ...change })),
    isWrong: (field: keyof z.input<Schema>) => wasTried && wrong.has(String(field)),
    /** Parsed values, or null after marking what is wrong. */
    take: (): z.output<Schema> | null => {
      setTried(true);
      return parsed.success ? parsed.data : null;
    },
  };
}
