import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseByteRange, sliceStream } from "./byte-range.ts";

test.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=5-", { start: 5, end: 9 }],
  ["bytes=5-100", { start: 5, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-30", { start: 0, end: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-4", null],
  ["bytes=0-1,3-4", null],
  ["items=0-1", null],
  ["bytes=-", null],
  [undefined, null],
])("%j of ten bytes is %j", (header, range) => {
  expect(parseByteRange(header, 10)).toEqual(range);
});

test("a slice holds exactly the bytes of its range, however the stream is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1 }),
      fc.nat(),
      fc.nat(),
      async (pieces, a, b) => {
        const whole = Buffer.concat(pieces);
        const start = a % whole.length;
        const end = start + (b % (whole.length - start));
        const slice = await buffer(
          sliceStream(Readable.from(pieces.map((piece) => Buffer.from(piece))), { start, end }),
        );
        expect(slice).toEqual(whole.subarray(start, end + 1));
      },
    ),
  );
});
