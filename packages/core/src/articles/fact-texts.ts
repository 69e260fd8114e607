import type { Tx } from "@zhibu/db/scope";
import { bodyFacts } from "@zhibu/domain/articles/document/body-facts";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { factDayOf } from "@zhibu/domain/baseline/fact-day";
import { factTextOf } from "@zhibu/domain/baseline/fact-text";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import { factsAt } from "../baseline/facts-at.ts";
import type { RevisionContent } from "./revision-content.ts";

type Destination = { module: ColumnModule; publishedAt: Date | null };

/** The row with a plain text in which facts say their values; a text without facts asks the database nothing. */
export async function withFactTexts(tx: Tx, content: RevisionContent, { module, publishedAt }: Destination, now: Date) {
  const factKeys = bodyFacts(content.body);
  if (factKeys.length === 0) return { content, factKeys };
  const day = factDayOf({ module, eventAt: content.eventAt, publishedAt }, now);
  const values = await factsAt(tx, factKeys, day);
  return { content: { ...content, bodyText: bodyText(content.body, factTextOf(values)) }, factKeys };
}
