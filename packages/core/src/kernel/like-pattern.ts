import { Prisma } from "@zhibu/db/generated/client";

/** A person's words for `contains`: Prisma passes `%`, `_` and `\` on as wildcards, which nobody who types them means. */
export function literalWords(words: string): string {
  return words.replaceAll(/[\\%_]/gu, String.raw`\$&`);
}

/** The operator for words: those without capitals, as Chinese ones, need no folding, which costs more than the comparison. */
export function likeOf(words: string): Prisma.Sql {
  return words.toLowerCase() === words.toUpperCase() ? Prisma.sql`LIKE` : Prisma.sql`ILIKE`;
}
