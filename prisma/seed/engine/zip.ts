import { crc32 } from "node:zlib";

type Entry = { name: string; content: Buffer; crc: number; offset: number };

/** The earliest date a zip can hold, 1 January 1980: the same input gives the same bytes. */
const dosDate = 0x21;

/** Fields both headers share, from "version needed" to the name's length. */
function commonFields({ name, content, crc }: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), commonFields(entry), Buffer.from(entry.name)]);
}

function centralHeader(entry: Entry): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  const madeBy = Buffer.from([20, 0]);
  return Buffer.concat([
    Buffer.from("PK\u0001\u0002", "latin1"),
    madeBy,
    commonFields(entry),
    rest,
    Buffer.from(entry.name),
  ]);
}

/** A zip of uncompressed files, enough for a small Office document. */
export function zipOf(files: readonly { name: string; text: string }[]): Buffer {
  const parts: Buffer[] = [];
  let offset = 0;
  const entries = files.map(({ name, text }): Entry => {
    const content = Buffer.from(text);
    const entry = { name, content, crc: crc32(content), offset };
    const header = localHeader(entry);
    parts.push(header, content);
    offset += header.length + content.length;
    return entry;
  });
  const directory = Buffer.concat(entries.map(centralHeader));
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
