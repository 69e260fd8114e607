/** The names directly under the root of an OLE container, and whether any storage at all has one of the names of VBA. */
export type OleDirectory = { rootNames: readonly string[]; allNames: readonly string[] };

const signature = "d0cf11e0a1b11ae1";
const endOfChain = 0xff_ff_ff_fa; // This and everything above it is no sector.
const entriesMax = 20_000;
const entryBytes = 128;

type Entry = { name: string; left: number; right: number; child: number };

/**
 * Reads the directory of a compound file (MS-CFB), which is all that is needed to tell doc, xls and ppt apart.
 * @throws RangeError when the file points outside itself or runs in circles.
 */
export function readOleDirectory(file: Buffer): OleDirectory {
  if (file.toString("hex", 0, 8) !== signature) throw new RangeError("no compound file");
  const sectorBytes = 1 << Math.min(file.readUInt16LE(30), 16);
  const sector = (id: number): Buffer => {
    const start = (id + 1) * sectorBytes;
    if (start + entryBytes > file.length) throw new RangeError("sector outside the file");
    return file.subarray(start, start + sectorBytes);
  };
  const fat = readFatSectors(file, sector, sectorBytes);
  const nextOf = (id: number): number => {
    const table = fat[Math.floor((id * 4) / sectorBytes)];
    if (table === undefined) throw new RangeError("sector without an entry");
    return sector(table).readUInt32LE((id * 4) % sectorBytes);
  };
  const entries = readEntries(file.readUInt32LE(48), sector, nextOf);
  return { rootNames: namesUnderRoot(entries), allNames: entries.map((entry) => entry.name) };
}

function readFatSectors(file: Buffer, sector: (id: number) => Buffer, sectorBytes: number): number[] {
  const ids: number[] = [];
  for (let offset = 76; offset < 512; offset += 4) ids.push(file.readUInt32LE(offset));
  const sectorsMax = file.length / sectorBytes;
  let next = file.readUInt32LE(68);
  for (let read = 0; next < endOfChain; read += 1) {
    if (read > sectorsMax) throw new RangeError("circular allocation table");
    const table = sector(next);
    for (let offset = 0; offset < sectorBytes - 4; offset += 4) ids.push(table.readUInt32LE(offset));
    next = table.readUInt32LE(sectorBytes - 4);
  }
  return ids.filter((id) => id < endOfChain);
}

function readEntries(first: number, sector: (id: number) => Buffer, nextOf: (id: number) => number): Entry[] {
  const entries: Entry[] = [];
  for (let id = first; id < endOfChain; id = nextOf(id)) {
    const bytes = sector(id);
    for (let offset = 0; offset + entryBytes <= bytes.length; offset += entryBytes) {
      const nameBytes = Math.min(bytes.readUInt16LE(offset + 64), 64);
      entries.push({
        name: bytes.toString("utf16le", offset, offset + Math.max(nameBytes - 2, 0)),
        left: bytes.readUInt32LE(offset + 68),
        right: bytes.readUInt32LE(offset + 72),
        child: bytes.readUInt32LE(offset + 76),
      });
    }
    if (entries.length > entriesMax) throw new RangeError("circular or absurd directory");
  }
  return entries;
}

/** Siblings form a tree of their own; a visited set keeps a forged one from running in circles. */
function namesUnderRoot(entries: readonly Entry[]): string[] {
  const names: string[] = [];
  const visited = new Set<number>();
  const waiting = [entries[0]?.child ?? endOfChain];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (entry === undefined || visited.has(id)) continue;
    visited.add(id);
    names.push(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}
