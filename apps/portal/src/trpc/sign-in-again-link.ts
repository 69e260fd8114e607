import type { Operation, TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { RootRouter } from "@zhibu/api/root.router";
import { appCodeOf } from "./app-code-of.ts";

type Gate = { ask: () => Promise<boolean>; wasDismissed: () => boolean };

function mayAsk(op: Operation, gate: Gate): boolean {
  if (op.context["quiet"] === true) return false;
  return op.type === "mutation" || !gate.wasDismissed();
}

/**
 * Holds a call whose session has ended, asks the person to sign in again, and sends the same call once more:
 * what was typed waits in the screen, untouched. Calls with `context: { quiet: true }` fail at once.
 */
export function signInAgainLink(gate: Gate): TRPCLink<RootRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let current: Unsubscribable | undefined;
        let gone = false;
        const send = (again: boolean): void => {
          current = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              if (again || appCodeOf(error) !== "UNAUTHENTICATED" || !mayAsk(op, gate)) return observer.error(error);
              void gate.ask().then((signedIn) => {
                if (gone) return;
                if (signedIn) send(true);
                else observer.error(error);
              });
            },
          });
        };
        send(false);
        return () => {
          gone = true;
          current?.unsubscribe();
        };
      });
}
