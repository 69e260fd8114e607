// @vitest-environment jsdom
import { expect, test } from "vitest";
import { rtfPictures } from "./rtf-pictures.ts";

const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 Times;}}\pard text
{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex100\picw1000\pich600\pngblip\bliptag-123{\*\blipuid 0102030405060708090a0b0c0d0e0f10}
89504e47
0d0a1a0a}}{\nonshppict{\pict\picscalex100\wmetafile8 0100}}
{\*\shppict{\pict\jpegblip ffd8ff}}{\*\shppict{\pict\emfblip 0101}}}`;

test("finds the bytes beside HTML that only names files", async () => {
  const found = rtfPictures(rtf);
  expect(found.map((blob) => blob?.type ?? null)).toEqual(["image/png", "image/jpeg", null]);
  expect(found[0]?.size).toBe(8);
  expect(found[1]?.size).toBe(3);
});

test("what is no RTF, or broken, holds none", () => {
  expect(rtfPictures("")).toEqual([]);
  expect(rtfPictures("<html>")).toEqual([]);
  expect(rtfPictures(String.raw`{\rtf1{\pict\pngblip 8`)).toEqual([null]);
});
