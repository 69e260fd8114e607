import type { FilePlace } from "@zhibu/domain/checks/files/file-reading";
import { formatOfSuffix } from "@zhibu/domain/media/file-formats";
import { readLeaves, readLinks, readValues } from "./read-leaves.ts";
import { type PlaceOfWords, readWords } from "./read-words.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { TextSink } from "./text-sink.ts";
import { type FileSource, type ZipParts, wholePart, withZipParts } from "./zip-parts.ts";

/** Reads a file that lay within another one. */
export type ReadInner = (source: Buffer, suffix: string, sink: TextSink) => Promise<void>;

/** Parts that say how a file looks and hold no words of anybody. */
const looks =
  /(?:^|\/)(?:\[Content_Types\]|styles\w*|stylesWithEffects|settings|webSettings|fontTable|numbering|theme\d*|tableStyles|presProps|viewProps|calcChain|metadata|people|itemProps\d*|slideLayout\d*|colors\d*|style\d*)\.xml$/iu;
const commentTexts: ReadonlySet<string> = new Set(["comment", "threadedComment", "cm"]);

const slideNo = /\/slides\/slide(\d+)\.xml$/u;

function fixedPlace(name: string): FilePlace | null {
  if (/(?:^|\/)docProps\//u.test(name)) return { at: "properties" };
  if (/\/(?:header|footer)\d*\.xml$/u.test(name)) return { at: "headerFooter" };
  if (/notes/iu.test(name)) return { at: "notes" };
  if (/comment/iu.test(name)) return { at: "comments" };
  return null;
}

function placeOf(name: string): PlaceOfWords {
  const fixed = fixedPlace(name);
  if (fixed !== null) return () => fixed;
  const slide = slideNo.exec(name)?.[1];
  if (slide !== undefined) return () => ({ at: "slide", no: Number(slide) });
  if (/^word\/document\d*\.xml$/u.test(name))
    return (what, no) => (what === "paragraph" ? { at: "paragraph", no } : { at: "tableRow", table: what.table, no });
  return () => ({ at: "elsewhere" });
}

/** Elements in which words are laid out; a part with none of them is made of small texts. */
const laidOut = /^(?:word|ppt)\/|\/drawings?\/|\/diagrams\/|\/charts\//u;

/**
 * Reads a docx, xlsx or pptx: every part that can hold words, shown or not, by what it is and not by what it is called.
 * @throws Unreadable for what is damaged or too much.
 */
export async function readOffice(source: FileSource, sink: TextSink, readInner: ReadInner): Promise<void> {
  await withZipParts(source, async (parts) => {
    const isWorkbook = parts.names.some((name) => name.startsWith("xl/"));
    const done = isWorkbook ? await readWorkbook(parts, sink) : new Set<string>();
    for (const name of inReadingOrder(parts.names.filter((each) => !done.has(each) && !looks.test(each)))) {
      if (name.endsWith(".rels")) await readLinks(parts.stream(name), sink);
      else if (/\.xml$/iu.test(name)) await readPart(parts, name, sink);
      else if (/\/embeddings\//u.test(name)) await readEmbedded(parts, name, sink, readInner);
    }
  });
}

function inReadingOrder(names: readonly string[]): string[] {
  const order = new Intl.Collator("en", { numeric: true });
  return names.toSorted((a, b) => order.compare(a, b));
}

async function readPart(parts: ZipParts, name: string, sink: TextSink): Promise<void> {
  const chunks = parts.stream(name);
  if (/^xl\/(?:threadedC|c)omments/u.test(name) || name.startsWith("ppt/comments/"))
    return readLeaves(chunks, sink, { at: "comments" }, commentTexts);
  // Copies of a table's values, kept for its evaluations, are attributes.
  if (/\/pivotCache\//u.test(name)) return readValues(chunks, sink);
  if (laidOut.test(name)) return readWords(chunks, sink, placeOf(name));
  return readLeaves(chunks, sink, fixedPlace(name) ?? { at: "elsewhere" });
}

async function readEmbedded(parts: ZipParts, name: string, sink: TextSink, readInner: ReadInner): Promise<void> {
  const suffix = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  if (sink.depth > 1 || formatOfSuffix(suffix) === null) return sink.skipped("innerFiles");
  await readInner(await wholePart(parts, name), suffix, sink.within(name.replace(/^.*\//u, "")));
}
