import type pg from "pg";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import { buildDemoCollege } from "../demo/build-college.ts";

/** Words to make any number of articles of: three paragraphs of some thousand give billions of texts. */
export type TextStock = { titles: string[]; paragraphs: string[] };

const paragraphCharsMin = 40;

/** The demo college's own titles and paragraphs. */
export function readTextStock(now: Date): TextStock {
  const articles = buildDemoCollege(now).branches.flatMap((branch) => branch.articles);
  const lines = articles.flatMap(({ versions }) => bodyText(doc(...versions.final)).split("\n"));
  return {
    titles: articles.map(({ title }) => title),
    paragraphs: [...new Set(lines.filter((line) => line.length >= paragraphCharsMin))],
  };
}

/** Lays the stock out in temporary tables of the connection, numbered from 0. */
export async function layOutStock(client: pg.ClientBase, { titles, paragraphs }: TextStock): Promise<void> {
  await client.query("CREATE TEMP TABLE stock_title (id int PRIMARY KEY, title text)");
  await client.query("CREATE TEMP TABLE stock_paragraph (id int PRIMARY KEY, words text, node jsonb)");
  await client.query(
    "INSERT INTO stock_title SELECT place - 1, title FROM unnest($1::text[]) WITH ORDINALITY AS t (title, place)",
    [titles],
  );
  const nodes = paragraphs.map((text) => JSON.stringify(p(text)));
  await client.query(
    "INSERT INTO stock_paragraph SELECT place - 1, words, node::jsonb FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (words, node, place)",
    [paragraphs, nodes],
  );
  await client.query("ANALYZE stock_title, stock_paragraph");
}
