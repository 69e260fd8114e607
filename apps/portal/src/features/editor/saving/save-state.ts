/** Why a save did not go through, and with it who has to do something. */
export type SaveTrouble =
  /** The network or the database is away: tried again without anybody's help. */
  | { readonly kind: "away"; readonly attempt: number }
  /** Somebody else's text stands there: the writer decides. The version is what the server told with the refusal. */
  | { readonly kind: "conflict"; readonly newestVersion: number | null }
  /** The writer closed the sign-in dialog. */
  | { readonly kind: "signedOut" }
  /** The server will not take it as it is; the next edit is a new try. */
  | { readonly kind: "refused"; readonly error: unknown };

/** A text as the server has it: the article's version, and which revision of what moment the text is. */
export type StoredText = { readonly version: number; readonly savedAt: Date; readonly revisionNumber: number };

/** How the writer's text stands against the server's. Edits are counted, not compared. */
export type SaveState = {
  /** What this writer's changes began from; its version is what the next save is guarded by. */
  readonly stored: StoredText;
  readonly edits: number;
  readonly savedEdits: number;
  /** The edits covered by the request under way; null when none is. */
  readonly sentEdits: number | null;
  readonly trouble: SaveTrouble | null;
};

export type SaveEvent =
  | { readonly type: "edited" }
  | { readonly type: "sent" }
  | { readonly type: "saved"; readonly stored: StoredText }
  | { readonly type: "failed"; readonly trouble: SaveTrouble }
  /** The server's version moved without this editor's text: an action, or a conflict decided in favour of this text. */
  | { readonly type: "adopted"; readonly version: number }
  /** What stood in the way may be gone. */
  | { readonly type: "resumed" };

export function openingState(stored: StoredText): SaveState {
  return { stored, edits: 0, savedEdits: 0, sentEdits: null, trouble: null };
}

/** The one place where the state changes; events that don't fit the state change nothing. */
export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case "edited":
      return { ...state, edits: state.edits + 1, trouble: state.trouble?.kind === "refused" ? null : state.trouble };
    case "sent":
      return wantsSave(state) ? { ...state, sentEdits: state.edits } : state;
    case "saved": {
      const { sentEdits, savedEdits } = state;
      return { ...state, stored: event.stored, savedEdits: sentEdits ?? savedEdits, sentEdits: null, trouble: null };
    }
    case "failed":
      return { ...state, sentEdits: null, trouble: event.trouble };
    case "adopted": {
      const stored = { ...state.stored, version: event.version };
      return { ...state, stored, trouble: state.trouble?.kind === "conflict" ? null : state.trouble };
    }
    case "resumed":
      return state.trouble?.kind === "conflict" ? state : { ...state, trouble: null };
  }
}

export function isSaved(state: SaveState): boolean {
  return state.edits === state.savedEdits && state.sentEdits === null;
}

/** Whether a request may go out now: one at a time, and none into a known wall. */
export function wantsSave(state: SaveState): boolean {
  return state.edits > state.savedEdits && state.sentEdits === null && state.trouble === null;
}

export type SavePhase = "saved" | "unsaved" | "saving" | SaveTrouble["kind"];

/** What the screen says. */
export function savePhase(state: SaveState): SavePhase {
  if (state.trouble !== null && !isSaved(state)) return state.trouble.kind;
  if (state.sentEdits !== null) return "saving";
  return isSaved(state) ? "saved" : "unsaved";
}
