"use client";

import type { ComponentProps } from "react";
import { TextField } from "@zhibu/ui/text-field";

type CodeFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "inputMode" | "autoComplete"> & {
  /** Six digits of the authenticator, or a recovery code; `either` where both will do. */
  kind: "totp" | "recovery" | "either";
};

/** A field for a code: figures on a phone's keyboard, filled in by itself where the device can. */
export function CodeField({ kind, ...field }: CodeFieldProps) {
  return (
    <TextField
      {...field}
      name="code"
      inputMode={kind === "totp" ? "numeric" : "text"}
      autoComplete={kind === "recovery" ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={kind === "totp" ? 12 : 40}
    />
  );
}
