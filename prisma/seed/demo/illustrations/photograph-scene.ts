import { readFile } from "node:fs/promises";
import sharp from "sharp";
import type { SceneKey } from "./scene-keys.ts";

/** A drawn scene as a JPEG of 1600 × 1000, as if it had been photographed and uploaded. */
export async function photographScene(key: SceneKey): Promise<Buffer> {
  const drawing = await readFile(new URL(`${key}.svg`, import.meta.url));
  // Uploads keep libvips from reading SVG; these are our own.
  sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
  return sharp(drawing).flatten({ background: "#fff" }).jpeg({ quality: 90 }).toBuffer();
}
