/** What people call the codes of a record; `null` where a code has no words and stays as it was written. */
export type AuditWords = {
  action: (code: string) => string | null;
  subjectType: (code: string) => string | null;
  field: (key: string) => string | null;
  /** A state, a role, yes or no. */
  value: (code: string) => string | null;
  /** What it is that went from one to the other, of an action or of all actions of a noun. */
  change: (code: string) => string | null;
  anyChange: string;
  nothing: string;
  empty: string;
  system: string;
  college: string;
};

/** One line of what a record changed: a value, or what it was and what it became. */
export type ChangeLine = { label: string; before: string | null; after: string };

export type DescribedRecord = {
  action: string;
  changes: Readonly<Record<string, unknown>>;
  /** Names of what ids among the changes belong to. */
  references: Readonly<Record<string, string>>;
};

type Move = { before: unknown; after: unknown };

/** The names under which records keep what was and what is. */
const moveKeys = [
  ["from", "to"],
  ["before", "after"],
  ["old", "new"],
] as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The pair a record of changes is or holds; `rest` is what stands beside it. */
function moveIn(value: Readonly<Record<string, unknown>>): { move: Move; rest: [string, unknown][] } | null {
  for (const [before, after] of moveKeys) {
    if (!(before in value) || !(after in value)) continue;
    const rest = Object.entries(value).filter(([key]) => key !== before && key !== after);
    return { move: { before: value[before], after: value[after] }, rest };
  }
  return null;
}

const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "medium",
  timeStyle: "medium",
});
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;
const constant = /^[a-z][a-z_A-Z]*$/u;

/** What a record changed, in the words people know; what has no words stays as it was written. */
export function describeChanges(words: AuditWords, { action, changes, references }: DescribedRecord): ChangeLine[] {
  const field = (key: string): string => words.field(key) ?? key;

  function wordsOf(value: unknown): string {
    if (value === null || value === undefined) return words.nothing;
    if (value === "") return words.empty;
    if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.map(wordsOf).join("、");
    if (isRecord(value))
      return Object.entries(value)
        .map(([key, part]) => `${field(key)}：${wordsOf(part)}`)
        .join("；");
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (instant.test(text)) return moment.format(new Date(text));
    const isWord = typeof value === "boolean" || constant.test(text);
    return references[text] ?? (isWord ? words.value(text) : null) ?? text;
  }

  /** Two records are told field by field, and only where they differ. */
  function linesOf(label: string, { before, after }: Move): ChangeLine[] {
    if (!isRecord(before) || !isRecord(after)) return [{ label, before: wordsOf(before), after: wordsOf(after) }];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
      const line = { label: field(key), before: wordsOf(before[key]), after: wordsOf(after[key]) };
      return line.before === line.after ? [] : [line];
    });
  }

  function single([key, value]: [string, unknown]): ChangeLine[] {
    const inner = isRecord(value) ? moveIn(value) : null;
    return inner ? linesOf(field(key), inner.move) : [{ label: field(key), before: null, after: wordsOf(value) }];
  }

  const moved = moveIn(changes);
  if (!moved) return Object.entries(changes).flatMap(single);
  return [...linesOf(moveLabel(words, action), moved.move), ...moved.rest.flatMap(single)];
}

/** What it is that went from one to the other, where the record does not say. */
function moveLabel(words: AuditWords, action: string): string {
  const [noun = ""] = action.split(".");
  return words.change(action) ?? words.change(noun) ?? words.anyChange;
}

/** A line as plain text, for tables. */
export function changeText({ label, before, after }: ChangeLine): string {
  return before === null ? `${label}：${after}` : `${label}：${before} → ${after}`;
}
