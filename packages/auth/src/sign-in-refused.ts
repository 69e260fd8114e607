import { CredentialsSignin } from "next-auth";

/**
 * Why sign-in was refused, as much as a stranger may learn: `wrong` covers unknown names, wrong passwords and disabled
 * people alike, and `locked` says until when, for names that exist and names that don't. `codeWanted` comes after a
 * right password alone, and `stepOver` when too much time passed since.
 */
export type SignInRefusal =
  | { kind: "wrong" | "unavailable" | "codeWanted" | "codeWrong" | "stepOver" }
  | { kind: "locked"; minutes: number };

/** Carries the refusal to the sign-in form in the `code` next-auth puts into its answer. */
export class SignInRefused extends CredentialsSignin {
  constructor(refusal: SignInRefusal) {
    super();
    this.code = refusal.kind === "locked" ? `locked-${refusal.minutes}` : refusal.kind;
  }
}
