const archives = [
  "504b0304",
  "504b0506",
  "504b0708",
  "526172211a07",
  "377abcaf271c",
  "1f8b08",
  "425a68",
  "fd377a585a00",
  "28b52ffd",
  "4d534346",
];
const programs = [
  "7f454c46",
  "feedface",
  "feedfacf",
  "cefaedfe",
  "cffaedfe",
  "cafebabe",
  "0061736d",
  "4c0000000114020000000000c000000000000046",
];

function beginsWith(head: Buffer, signatures: readonly string[]): boolean {
  const hex = head.toString("hex", 0, 32);
  return signatures.some((signature) => hex.startsWith(signature));
}

/** "MZ" alone begins many a harmless file: the header it points to must be there as well. */
function isWindowsProgram(head: Buffer): boolean {
  if (head.length < 64 || head.toString("latin1", 0, 2) !== "MZ") return false;
  const header = head.readUInt32LE(0x3c);
  return header + 2 > head.length || ["PE", "NE", "LE", "LX"].includes(head.toString("latin1", header, header + 2));
}

/** Whether a file that begins with these bytes (a kilobyte will do) is something that runs. */
export function looksLikeProgram(head: Buffer): boolean {
  return beginsWith(head, programs) || isWindowsProgram(head) || /^#!\s*\//u.test(head.toString("latin1", 0, 64));
}

/** Whether it is packed once more: zip, rar, 7z, gzip, bzip2, xz, zstd, cab, tar. */
export function looksLikeArchive(head: Buffer): boolean {
  return beginsWith(head, archives) || head.toString("latin1", 257, 262) === "ustar";
}
