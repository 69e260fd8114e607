"use client";

import type { ReactNode } from "react";
import { signOutHere } from "./auth-requests.ts";

/** The way out for who can't go on now. */
export function SignOutLink({ children }: { children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={() => void signOutHere()}
      className="font-medium text-brand underline-offset-2 hover:underline"
    >
      {children}
    </button>
  );
}
