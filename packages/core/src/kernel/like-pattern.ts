/** A person's words for `contains`: Prisma passes `%`, `_` and `\` on as wildcards, which nobody who types them means. */
export function literalWords(words: string): string {
  return words.replaceAll(/[\\%_]/gu, String.raw`\$&`);
}
