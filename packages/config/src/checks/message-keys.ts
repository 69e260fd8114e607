/** One use of a message: a whole key, or a pattern with `*` where the code fills a part in at run time. */
export type MessageUse = {
  readonly key: string;
  readonly file: string;
  /** False where the key is one of several the code may mean: it keeps a message, but doesn't demand one. */
  readonly certain: boolean;
};

type Translator = { readonly name: string; readonly namespace: string; readonly from: number };
type KeyUse = Omit<MessageUse, "file">;

const literal = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g;
const declaration =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:"([^"]*)"|\{[^}]*namespace:\s*"([^"]*)"[^}]*\})?\s*\)/g;
const directCall = /(?:await\s+getTranslations|useTranslations)\(\s*"([^"]*)"\s*\)\s*\)?\(/g;
const messageImport = /import (\w+) from "[^"]*\/messages\/zh-CN\/([\w-]+)\.json"/g;
const reason = /\b(?:new AppError\(\s*"[A-Z_]+",|notFound\()\s*(?=["`])/g;

/**
 * Uses of messages in one source text: `t("key")` and its variants, resolved through the nearest declaration of `t`
 * above, and the reasons of AppError, which are keys under `errors`. A `t` that came in as an argument is not resolved.
 */
export function messageUses(file: string, source: string): MessageUse[] {
  const direct = [...source.matchAll(directCall)].flatMap((match) => usesIn(source, endOf(match), match[1] ?? ""));
  const read = [...source.matchAll(messageImport)].flatMap((match) => readUses(source, match));
  const errors = [...source.matchAll(reason)].flatMap((match) => usesIn(source, endOf(match), "errors"));
  return [...direct, ...errors, ...read, ...translatorUses(source)].map((use) => ({ ...use, file }));
}

/** What a program that is no page reads out of a message file it imports: everything below the place it names. */
function readUses(source: string, [, name = "", namespace = ""]: RegExpExecArray): KeyUse[] {
  const places = source.matchAll(new RegExp(String.raw`(?<![\w.$])${name}\.([\w.]+)`, "g"));
  return [...places].flatMap(([, place = ""]) =>
    ["", ".*"].map((below) => ({ key: `${namespace}.${place}${below}`, certain: false })),
  );
}

function translatorUses(source: string): KeyUse[] {
  const translators: Translator[] = [...source.matchAll(declaration)].map((match) => ({
    name: match[1] ?? "",
    namespace: match[2] ?? match[3] ?? "",
    from: match.index,
  }));
  return [...new Set(translators.map(({ name }) => name))].flatMap((name) =>
    [...source.matchAll(callOf(name))].flatMap((match) => {
      const above = translators.findLast((translator) => translator.name === name && translator.from < match.index);
      return above === undefined ? [] : usesIn(source, endOf(match), above.namespace);
    }),
  );
}

function callOf(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w.$])${name}(?:\.(?:rich|markup|raw|has))?\(\s*`, "g");
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** The keys that the argument beginning at `at` may mean; a plain literal is certain, an expression's literals are not. */
function usesIn(source: string, at: number, namespace: string): KeyUse[] {
  const argument = argumentAt(source, at);
  const literals = stringLiterals(argument);
  const [only = ""] = literals;
  if (literals.length === 1 && argument.length === only.length + 2)
    return [{ key: qualified(namespace, only), certain: true }];
  if (literals.length > 0) return literals.map((key) => ({ key: qualified(namespace, key), certain: false }));
  return namespace === "" ? [] : [{ key: `${namespace}.*`, certain: false }];
}

/** One argument of a call, from its first character to the comma or bracket that ends it. */
function argumentAt(source: string, at: number): string {
  let depth = 0;
  let quote = "";
  for (let index = at; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (quote !== "") {
      if (character === "\\") index += 1;
      else if (character === quote) quote = "";
    } else if (`"'\``.includes(character)) quote = character;
    else if ("([{".includes(character)) depth += 1;
    else if (depth === 0 && ",)".includes(character)) return source.slice(at, index).trim();
    else if (")]}".includes(character)) depth -= 1;
  }
  return "";
}

function qualified(namespace: string, key: string): string {
  const pattern = key.replaceAll(/\$\{[^}]*\}/g, "*");
  return namespace === "" ? pattern : `${namespace}.${pattern}`;
}

/** Every string literal of a source text: a key that the code carries in a table counts as used. */
export function stringLiterals(source: string): string[] {
  return [...source.matchAll(literal)].map((match) => match[2] ?? "");
}

/** A tree of messages as "a.b.c" keys. */
export function flattenMessages(tree: unknown, prefix = ""): string[] {
  if (typeof tree !== "object" || tree === null) return [prefix];
  return Object.entries(tree).flatMap(([key, value]) =>
    flattenMessages(value, prefix === "" ? key : `${prefix}.${key}`),
  );
}

/** Whether a use (with `*` for parts filled in at run time) leads to a key, or to a branch that holds keys. */
export function leadsToMessage(use: string, keys: readonly string[]): boolean {
  const parts = use.split("*").map((part) => RegExp.escape(part));
  const pattern = new RegExp(`^${parts.join(".+")}(\\.|$)`);
  return keys.some((key) => pattern.test(key));
}
