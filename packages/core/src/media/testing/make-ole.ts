const sectorBytes = 512;
const none = 0xffffffff;
const endOfChain = 0xfffffffe;

export type OleNode = { name: string; children?: readonly OleNode[] };

type Entry = { name: string; right: number; child: number; type: number };

/** Children become a list along their right siblings: a valid, if lopsided, tree. */
function addChildren(entries: Entry[], nodes: readonly OleNode[]): number {
  let first = none;
  for (const node of nodes.toReversed()) {
    const entry = { name: node.name, right: first, child: none, type: node.children ? 1 : 2 };
    first = entries.push(entry) - 1;
    if (node.children) entry.child = addChildren(entries, node.children);
  }
  return first;
}

/** A compound file with these storages and (empty) streams; `payload` is appended as loose bytes. */
export function makeOle(nodes: readonly OleNode[], payload = Buffer.alloc(0)): Buffer {
  const entries: Entry[] = [{ name: "Root Entry", right: none, child: none, type: 5 }];
  const child = addChildren(entries, nodes);
  entries[0] = { name: "Root Entry", right: none, child, type: 5 };
  const directorySectors = Math.ceil(entries.length / 4);

  const head = Buffer.alloc(sectorBytes);
  head.write("d0cf11e0a1b11ae1", "hex");
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(1, 44);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(endOfChain, 60);
  head.writeUInt32LE(endOfChain, 68);
  head.fill(0xff, 76);
  head.writeUInt32LE(0, 76);

  const fat = Buffer.alloc(sectorBytes, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  for (let index = 0; index < directorySectors; index += 1) {
    fat.writeUInt32LE(index === directorySectors - 1 ? endOfChain : index + 2, 4 + index * 4);
  }

  const directory = Buffer.alloc(directorySectors * sectorBytes);
  for (const [index, entry] of entries.entries()) {
    const at = index * 128;
    const nameBytes = directory.write(entry.name, at, 64, "utf16le");
    directory.writeUInt16LE(nameBytes + 2, at + 64);
    directory.writeUInt8(entry.type, at + 66);
    directory.writeUInt32LE(none, at + 68);
    directory.writeUInt32LE(entry.right, at + 72);
    directory.writeUInt32LE(entry.child, at + 76);
  }
  return Buffer.concat([head, fat, directory, payload]);
}
