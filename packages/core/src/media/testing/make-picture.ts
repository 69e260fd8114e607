import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

function blank(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: 181, g: 18, b: 27 } } });
}

/** A picture in one colour. */
export function makePng(width = 40, height = 30): Promise<Buffer> {
  return blank(width, height).png().toBuffer();
}

/** A photograph as telephones write it: lying on its side, with its place and its maker in the metadata. */
export function makePhoto(width = 1200, height = 900): Promise<Buffer> {
  return blank(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: "SecretPhone", Copyright: "someone" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "26/1 25/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A valid PNG of any size in a few kilobytes: rows of zeros, one bit a pixel. */
export function makeHugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    pngChunk("IHDR", head),
    pngChunk("IDAT", rows),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}
