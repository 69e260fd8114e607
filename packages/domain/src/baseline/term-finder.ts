import { normaliseText } from "../checks/normalise-text.ts";
import { literalPattern } from "./literal-pattern.ts";
import type { WordFinder, WordMatch } from "./word-finder.ts";

/** A standard expression and the ways it is written wrong. */
export type StandardTerm = {
  readonly id: string;
  readonly words: string;
  readonly variants: readonly string[];
  readonly note: string;
  readonly severity: "block" | "warn" | "info";
};

export type TermMatch = WordMatch & { readonly term: StandardTerm; readonly variant: string };

type Compiled = {
  readonly right: RegExp | null;
  readonly wrong: RegExp | null;
  readonly byVariant: ReadonlyMap<string, StandardTerm>;
};

const compiled = new WeakMap<readonly StandardTerm[], Compiled>();

/**
 * Wrong variants in a text, the longest where several begin. What stands inside a right expression, of whichever term,
 * is right: a variant may be a part of it.
 */
export function findTermVariants(text: string, terms: readonly StandardTerm[]): TermMatch[] {
  const { right, wrong, byVariant } = compile(terms);
  if (wrong === null) return [];
  const normal = normaliseText(text);
  const rightful = right === null ? [] : Array.from(normal.text.matchAll(right), rangeOf);
  return [...normal.text.matchAll(wrong)].flatMap((match): TermMatch[] => {
    const term = byVariant.get(match[0]);
    const { from, to } = rangeOf(match);
    if (term === undefined || rightful.some((range) => range.from <= from && to <= range.to)) return [];
    return [{ ...normal.original(from, to), replacement: term.words, sure: true, term, variant: match[0] }];
  });
}

/** One variant of one term, as a search looks for it; the other terms say where it is right. */
export function variantFinder(termId: string, variant: string, terms: readonly StandardTerm[]): WordFinder {
  const wanted = normaliseText(variant).text;
  return (text) =>
    findTermVariants(text, terms).filter((match) => match.term.id === termId && match.variant === wanted);
}

function compile(terms: readonly StandardTerm[]): Compiled {
  const known = compiled.get(terms);
  if (known) return known;
  const pairs = terms.flatMap((term) => term.variants.map((variant) => [normaliseText(variant).text, term] as const));
  const result = {
    right: anyOf(terms.map((term) => normaliseText(term.words).text)),
    wrong: anyOf(pairs.map(([variant]) => variant)),
    byVariant: new Map(pairs),
  };
  compiled.set(terms, result);
  return result;
}

/** The longest first: of two that begin at one place the first alternative is taken. */
function anyOf(words: readonly string[]): RegExp | null {
  const sorted = [...new Set(words)].filter((each) => each !== "").toSorted((a, b) => b.length - a.length);
  return sorted.length === 0 ? null : new RegExp(sorted.map((each) => literalPattern(each)).join("|"), "g");
}

function rangeOf({ 0: words, index }: RegExpMatchArray): { from: number; to: number } {
  const from = index ?? 0;
  return { from, to: from + words.length };
}
