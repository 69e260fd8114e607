import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { reasonOf } from "../testing/reason-of.ts";
import { preparePicture } from "./prepare-picture.ts";
import { makeHugePng, makePhoto, makePng } from "./testing/make-picture.ts";
import { withFile } from "./testing/with-file.ts";

function prepare(content: Uint8Array) {
  return withFile(content, preparePicture);
}

describe("a picture is drawn anew", () => {
  test("upright, and without a word about who took it and where", async () => {
    const photo = await makePhoto(1200, 900);
    expect((await sharp(photo).metadata()).exif?.toString("latin1")).toContain("SecretPhone");

    const prepared = await prepare(photo);
    expect(prepared).toMatchObject({ width: 900, height: 1200 });
    expect(prepared.files.map((file) => file.width)).toEqual([480, 900]);
    for (const file of prepared.files) {
      const metadata = await sharp(file.content).metadata();
      expect(metadata).toMatchObject({ format: "webp", width: file.width });
      expect(metadata.exif ?? metadata.icc ?? metadata.xmp ?? metadata.orientation).toBeUndefined();
      expect(file.content.includes("SecretPhone")).toBe(false);
    }
  });

  test.each([
    [40, [40]],
    [480, [480]],
    [530, [480]],
    [700, [480, 700]],
    [1_000, [480, 960]],
    [1_600, [480, 960, 1600]],
    [3_000, [480, 960, 1600]],
  ])("%i pixels wide: files of %j, none enlarged", async (width, widths) => {
    const { files } = await prepare(await makePng(width, 20));
    expect(files.map((file) => file.width)).toEqual(widths);
  });

  test("of an animation the first frame", async () => {
    const frames = await Promise.all([
      makePng(20, 10),
      sharp({ create: { width: 20, height: 10, channels: 3, background: "blue" } })
        .png()
        .toBuffer(),
    ]);
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(animation).metadata()).pages).toBe(2);
    const { files, height } = await prepare(animation);
    expect(height).toBe(10);
    expect((await sharp(files[0]?.content).metadata()).pages ?? 1).toBe(1);
  });

  test("a transparent one stays transparent", async () => {
    const clear = await sharp({ create: { width: 20, height: 10, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    expect((await sharp((await prepare(clear)).files[0]?.content).metadata()).hasAlpha).toBe(true);
  });
});

describe("refused before its pixels are read", () => {
  test("a hundred megapixels in a few kilobytes", async () => {
    const bomb = makeHugePng(10_000, 10_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reasonOf(prepare(bomb))).toBe("media.pictureTooManyPixels");
  });

  test("a strip longer than a WebP can be", async () => {
    expect(await reasonOf(prepare(makeHugePng(400, 17_000)))).toBe("media.pictureTooLong");
  });

  test("half a picture, and none at all", async () => {
    const png = await makePng(400, 300);
    expect(await reasonOf(prepare(png.subarray(0, png.length / 2)))).toBe("media.pictureBroken");
    expect(await reasonOf(prepare(Buffer.from("GIF89a")))).toBe("media.pictureBroken");
  });

  test("what only another loader would read", async () => {
    expect(
      await reasonOf(prepare(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'))),
    ).toBe("media.pictureBroken");
  });
});
