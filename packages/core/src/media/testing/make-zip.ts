import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  /** What the directory says instead of the truth. */
  claimedSize?: number;
  /** Points at another part's bytes instead of its own. */
  sharesBytesOf?: string;
  encrypted?: boolean;
};

type Placed = { part: ZipPart; offset: number; packed: Buffer; size: number; crc: number; method: number };

function header(placed: Placed, central: boolean): Buffer {
  const { part, packed, size, crc, method } = placed;
  const name = Buffer.from(part.name, "utf8");
  const fields = Buffer.alloc(central ? 46 : 30);
  let at = fields.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) at = fields.writeUInt16LE(20, at);
  at = fields.writeUInt16LE(20, at);
  at = fields.writeUInt16LE(0x0800 | (part.encrypted ? 1 : 0), at);
  at = fields.writeUInt16LE(method, at);
  at = fields.writeUInt32LE(0, at);
  at = fields.writeUInt32LE(crc, at);
  at = fields.writeUInt32LE(packed.length, at);
  at = fields.writeUInt32LE(part.claimedSize ?? size, at);
  fields.writeUInt16LE(name.length, at);
  if (central) fields.writeUInt32LE(placed.offset, 42);
  return Buffer.concat([fields, name]);
}

/** A zip archive, honest or not: each part decides what its entry says about it. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  for (const part of parts) {
    const twin = placed.find((each) => each.part.name === part.sharesBytesOf);
    if (twin) {
      placed.push({ ...twin, part });
      continue;
    }
    const content = Buffer.from(part.content);
    const packed = part.stored ? content : deflateRawSync(content);
    const entry = { part, offset, packed, size: content.length, crc: crc32(content), method: part.stored ? 0 : 8 };
    const local = Buffer.concat([header(entry, false), packed]);
    placed.push(entry);
    chunks.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(placed.map((each) => header(each, true)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, directory, end]);
}

const mainTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
  docm: "application/vnd.ms-word.document.macroEnabled.main+xml",
  dotx: "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
} as const;

/** The smallest file that says it is of an Office format, with further parts. */
export function makeOoxml(format: keyof typeof mainTypes, parts: readonly ZipPart[] = []): Buffer {
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${mainTypes[format]}"/></Types>`;
  return makeZip([
    { name: "[Content_Types].xml", content: types },
    { name: "_rels/.rels", content: "<Relationships/>" },
    { name: "main.xml", content: "<document>支部</document>" },
    ...parts,
  ]);
}
