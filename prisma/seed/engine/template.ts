import type { Random } from "./random.ts";

/** Finds the value of `{name}` in a template; values may hold alternatives and slots themselves. */
export type SlotSource = (name: string) => string;

const maxDepth = 6;

/** Index just after the bracket that closes the one opened before `from`, and the alternatives between. */
function readAlternatives(template: string, from: number): { alternatives: string[]; end: number } {
  const alternatives: string[] = [];
  let depth = 1;
  let start = from;
  for (let index = from; index < template.length; index += 1) {
    const char = template[index];
    if (char === "[") depth += 1;
    else if (char === "]") depth -= 1;
    if (depth === 0 || (char === "|" && depth === 1)) {
      alternatives.push(template.slice(start, index));
      start = index + 1;
    }
    if (depth === 0) return { alternatives, end: index + 1 };
  }
  throw new SyntaxError(`unclosed "[" in: ${template}`);
}

/**
 * Fills a template: `[a|b|]` chooses one alternative (nesting allowed), `{slot}` asks `slots`.
 * @throws SyntaxError for an unclosed bracket or slots that refer to each other without end.
 */
export function expandTemplate(template: string, slots: SlotSource, random: Random, depth = 0): string {
  if (depth > maxDepth) throw new SyntaxError(`slots too deep in: ${template}`);
  let text = "";
  let index = 0;
  while (index < template.length) {
    const char = template[index];
    if (char === "[") {
      const { alternatives, end } = readAlternatives(template, index + 1);
      text += expandTemplate(random.pick(alternatives), slots, random, depth);
      index = end;
    } else if (char === "{") {
      const end = template.indexOf("}", index);
      if (end < 0) throw new SyntaxError(`unclosed "{" in: ${template}`);
      text += expandTemplate(slots(template.slice(index + 1, end)), slots, random, depth + 1);
      index = end + 1;
    } else {
      text += char;
      index += 1;
    }
  }
  return text;
}
