import { SaxesParser } from "saxes";
import { readingLimits } from "./reading-limits.ts";
import { Unreadable } from "./unreadable.ts";

export type XmlEvents = {
  /** `name` without its prefix; attributes as written, prefix and all. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Programs that choose prefixes of their own mean the same elements. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Reads XML as it arrives; entities other than XML's own are not resolved. @throws Unreadable for malformed XML. */
export async function readXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser();
  parser.on("error", (cause) => {
    throw new Unreadable("broken", { cause });
  });
  /** The parser holds a text until its end: bytes since anything was told. */
  let held = 0;
  parser.on("opentag", ({ name, attributes }) => {
    held = 0;
    events.open?.(local(name), attributes);
  });
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  parser.on("closetag", ({ name }) => {
    held = 0;
    events.close?.(local(name));
  });
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    held += chunk.length;
    if (held > readingLimits.textBytesMax) throw new Unreadable("tooLong");
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.close();
}

function encodingOf(start: Buffer): string {
  const mark = start.toString("hex", 0, 2);
  return mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
}
