type State =
  | { kind: "idle" }
  /** Calls wait; the dialog is open. */
  | { kind: "asking"; answer: Promise<boolean>; settle: (signedIn: boolean) => void }
  /** The person closed the dialog: reading calls fail quietly now, a writing call opens it again. */
  | { kind: "dismissed" };

let state: State = { kind: "idle" };
const listeners = new Set<() => void>();

function move(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

/**
 * Opens the sign-in dialog over whatever the person is doing and waits. `true`: the same person is signed in again,
 * send the call once more. `false`: they closed it. However many calls ask, one dialog answers them all.
 */
export function askToSignInAgain(): Promise<boolean> {
  if (state.kind === "asking") return state.answer;
  if (listeners.size === 0) return Promise.resolve(false); // no dialog on this page
  const { promise, resolve } = Promise.withResolvers<boolean>();
  move({ kind: "asking", answer: promise, settle: resolve });
  return promise;
}

/** The dialog's answer to every call that waits. */
export function answerSignInAgain(signedIn: boolean): void {
  if (state.kind === "asking") state.settle(signedIn);
  move({ kind: signedIn ? "idle" : "dismissed" });
}

export function wasDismissed(): boolean {
  return state.kind === "dismissed";
}

export type SignInAgainStatus = State["kind"];

export const signInAgainStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  status: (): SignInAgainStatus => state.kind,
};
