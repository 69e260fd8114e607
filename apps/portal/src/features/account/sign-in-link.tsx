import type { ReactNode } from "react";

/** The way to the sign-in page, in the look of a form's main button; a full load, for whoever was here before may be signed in. */
export function SignInLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="/sign-in"
      className="flex min-h-11 w-full items-center justify-center rounded-md bg-brand px-4 text-[15px] font-medium text-white transition-colors hover:bg-brand-strong"
    >
      {children}
    </a>
  );
}
