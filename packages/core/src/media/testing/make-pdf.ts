import { deflateSync } from "node:zlib";

/** A PDF of one empty page with these further objects; `packed` ones lie in a compressed object stream. */
export function makePdf(
  options: { objects?: readonly string[]; packed?: readonly string[]; trailer?: string } = {},
): Buffer {
  const { objects = [], packed = [], trailer = "" } = options;
  const stream = deflateSync(Buffer.from(packed.join("\n"), "latin1"));
  const parts = [
    Buffer.from(
      "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n",
    ),
    ...objects.map((object, index) => Buffer.from(`${index + 10} 0 obj\n${object}\nendobj\n`, "latin1")),
    ...(packed.length === 0
      ? []
      : [
          Buffer.from(
            `9 0 obj\n<</Type/ObjStm/N ${packed.length}/First 10/Filter/FlateDecode/Length ${stream.length}>>\nstream\r\n`,
          ),
          stream,
          Buffer.from("\r\nendstream\nendobj\n"),
        ]),
    Buffer.from(`trailer\n<</Root 1 0 R${trailer}>>\n%%EOF\n`),
  ];
  return Buffer.concat(parts);
}
