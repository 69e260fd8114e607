"use client";

import { type ComponentProps, useState } from "react";
import { TextField } from "./text-field.tsx";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "trailing"> & {
  /** Names of the button that shows the password, and hides it again. */
  toggleLabels: { show: string; hide: string };
};

/** A password input whose text can be shown: who can see what they type mistypes less. */
export function PasswordField({ toggleLabels, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...field}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      trailing={
        <button
          type="button"
          onClick={() => setShown(!shown)}
          className="mr-1 rounded px-2.5 py-1.5 text-[13px] text-ink-soft hover:text-ink"
        >
          {shown ? toggleLabels.hide : toggleLabels.show}
        </button>
      }
    />
  );
}
