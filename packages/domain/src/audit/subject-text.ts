/** What somebody typed or pasted to say which subject they mean. */
export type SubjectText =
  | { kind: "id"; id: string }
  /** An article's number; which branch's is said elsewhere. */
  | { kind: "number"; no: number }
  /** An article's address for readers. */
  | { kind: "address"; host: string; no: number };

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;
const address = /^(?:https?:\/\/)?([a-z0-9.-]+)(?::\d+)?\/a\/(\d{1,9})\/?(?:[?#].*)?$/iu;

/**
 * Reads an id, wherever it stands (the console's addresses hold the article's), an article's number (12, № 12), or an
 * address readers know (`jichu.example.edu/a/12`). `null` for anything else.
 */
export function readSubjectText(text: string): SubjectText | null {
  const words = text.normalize("NFKC").trim();
  const found = id.exec(words);
  if (found) return { kind: "id", id: found[0].toLowerCase() };
  const [, host, ofHost] = address.exec(words) ?? [];
  if (host !== undefined && ofHost !== undefined)
    return { kind: "address", host: host.toLowerCase(), no: Number(ofHost) };
  const [, no] = /^(?:no\.?|#|\/a\/)?\s*(\d{1,9})$/iu.exec(words) ?? [];
  return no === undefined ? null : { kind: "number", no: Number(no) };
}
