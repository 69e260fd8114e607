"use client";

import { CampusButton } from "./campus-button.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import type { SignInStep } from "./use-sign-in.ts";

type SignInPanelProps = {
  next: string;
  firstStep: SignInStep;
  /** What the campus calls its sign-in; `null` where there is none. */
  campus: string | null;
};

/** The form of the sign-in page: leads on with a fresh page load, so that nothing of an earlier person stays in memory. */
export function SignInPanel({ next, firstStep, campus }: SignInPanelProps) {
  return (
    <>
      <SignInForm firstStep={firstStep} onSignedIn={() => window.location.assign(next)} />
      {campus !== null && <CampusButton name={campus} next={next} />}
    </>
  );
}
