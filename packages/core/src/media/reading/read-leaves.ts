import type { FilePlace } from "@zhibu/domain/checks/files/file-reading";
import type { TextSink } from "./text-sink.ts";
import { readXml } from "./xml-events.ts";

/**
 * Reads a part made of small texts: properties, comments, headers of sheets.
 * @param wholes elements whose texts, however split within them, are one; every element is one when there are none.
 */
export async function readLeaves(
  chunks: AsyncIterable<Buffer>,
  sink: TextSink,
  place: FilePlace,
  wholes: ReadonlySet<string> = new Set(),
): Promise<void> {
  let words = "";
  const end = () => {
    if (words.trim() !== "") sink.line(words, place);
    words = "";
  };
  await readXml(chunks, {
    open: () => {
      if (wholes.size === 0) end();
    },
    text: (text) => {
      words += text;
    },
    close: (name) => {
      if (wholes.size === 0 || wholes.has(name)) end();
    },
  });
  end();
}

const reachable = /^(?:tel|mailto):/iu;

/** Reads where a part's links lead: a number or a mailbox may stand behind other words. */
export async function readLinks(chunks: AsyncIterable<Buffer>, sink: TextSink): Promise<void> {
  await readXml(chunks, {
    open(_name, { Target: target = "" }) {
      if (reachable.test(target)) sink.line(target.replace(reachable, "").replaceAll("%20", " "), { at: "elsewhere" });
    },
  });
}

/** Reads values kept as attributes. */
export async function readValues(chunks: AsyncIterable<Buffer>, sink: TextSink): Promise<void> {
  await readXml(chunks, {
    open(_name, { v = "" }) {
      if (v !== "") sink.line(v, { at: "elsewhere" });
    },
  });
}
