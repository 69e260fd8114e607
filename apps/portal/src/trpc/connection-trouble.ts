import type { QueryClient } from "@tanstack/react-query";
import { appCodeOf } from "./app-code-of.ts";

export type ConnectionTrouble = "none" | "database" | "network";

let trouble: ConnectionTrouble = "none";
let localCopies = 0;
const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

function note(next: ConnectionTrouble): void {
  if (next === trouble) return;
  trouble = next;
  notify();
}

function troubleOf(error: unknown): ConnectionTrouble {
  const code = appCodeOf(error);
  if (code === "UNAVAILABLE") return "database";
  return code === "OFFLINE" ? "network" : "none";
}

type CallEvent = { type: string; action?: { type: string; error?: unknown } };

function noteEvent({ type, action }: CallEvent): void {
  if (type !== "updated" || !action) return;
  if (action.type === "success") note("none");
  if (action.type === "failed" || action.type === "error") note(troubleOf(action.error));
}

/**
 * Watches every call of the client: a failed attempt raises the banner, the next answer of any kind takes it down,
 * and what had failed meanwhile is asked for again.
 */
export function watchConnection(client: QueryClient): () => void {
  let before = trouble;
  const stops = [
    client.getQueryCache().subscribe(noteEvent),
    client.getMutationCache().subscribe(noteEvent),
    connectionStore.subscribe(() => {
      const isBack = before !== "none" && trouble === "none";
      before = trouble;
      if (isBack) void client.invalidateQueries({ predicate: ({ state }) => state.status === "error" });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** One more screen keeps what is typed on the device; returns its release. */
export function holdLocalCopy(): () => void {
  localCopies += 1;
  notify();
  return () => {
    localCopies -= 1;
    notify();
  };
}

export const connectionStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  trouble: (): ConnectionTrouble => trouble,
  keepsLocalCopy: (): boolean => localCopies > 0,
};
