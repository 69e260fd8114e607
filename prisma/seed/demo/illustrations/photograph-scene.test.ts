import sharp from "sharp";
import { expect, test } from "vitest";
import { photographScene } from "./photograph-scene.ts";
import { sceneKeys } from "./scene-keys.ts";

test.each(sceneKeys)("%s is a picture of 1600 × 1000", async (key) => {
  const { format, width, height } = await sharp(await photographScene(key)).metadata();
  expect({ format, width, height }).toEqual({ format: "jpeg", width: 1600, height: 1000 });
});
