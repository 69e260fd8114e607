import { Prisma } from "@zhibu/db/generated/client";
import { likeOf, literalWords } from "./like-pattern.ts";

/**
 * Whether the words stand in the name or login name of a row of `app_user`, called `u`. Written as the index
 * `app_user_words` has it, or all people are read; so are they for two characters, which make no trigram.
 */
export function personNamed(words: string): Prisma.Sql {
  return Prisma.sql`(u.display_name || ' ' || u.login_name) ${likeOf(words)} ${`%${literalWords(words)}%`}`;
}
