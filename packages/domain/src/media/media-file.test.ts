import fc from "fast-check";
import { expect, test } from "vitest";
import { asDownload } from "./content-disposition.ts";
import { parseMediaFile, widthFileName } from "./media-file.ts";
import { nearestWidth, pictureWidths } from "./picture-widths.ts";

test.each(["w480.webp", "original"])("%s is a file", (file) => {
  expect(parseMediaFile(file)).not.toBeNull();
});

test.each(["w0.webp", "w048.webp", "w48000.webp", "w480.webp/..", "original.exe", "W480.webp", "", "w480.webp\n"])(
  "%j is none",
  (file) => {
    expect(parseMediaFile(file)).toBeNull();
  },
);

test("every width made has an address, none is wider than the picture, and the list ascends", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (width) => {
      const widths = pictureWidths(width);
      expect(widths.length).toBeGreaterThan(0);
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
      expect(widths.at(-1)).toBeLessThanOrEqual(Math.min(width, 1600));
      for (const each of widths) expect(parseMediaFile(widthFileName(each))).toEqual({ type: "width", width: each });
    }),
  );
});

test.each([
  [[480, 960, 1600], 700, 960],
  [[480, 960, 1600], 4000, 1600],
  [[300], 1600, 300],
  [[], 480, null],
])("of %j, %i gets %s", (widths, wanted, found) => {
  expect(nearestWidth(widths, wanted)).toBe(found);
});

test("no name breaks out of the header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const header = asDownload(name);
      expect(header).toMatch(
        /^attachment; filename="download(?:\.[a-z0-9]{1,8})?"; filename\*=UTF-8''[!#$&+\-.^_`|~%\w]*$/u,
      );
    }),
  );
  expect(asDownload("公示'名单'(1).pdf")).toBe(
    `attachment; filename="download.pdf"; filename*=UTF-8''%E5%85%AC%E7%A4%BA%27%E5%90%8D%E5%8D%95%27%281%29.pdf`,
  );
});
