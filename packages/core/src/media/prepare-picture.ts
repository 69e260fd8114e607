import sharp from "sharp";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { picturePixelsMax, pictureWidthTargets } from "@zhibu/domain/media/media-limits";
import { pictureWidths } from "@zhibu/domain/media/picture-widths";

/** A picture drawn anew: upright, in sRGB, without metadata, as WebP in each width. */
export type PreparedPicture = { width: number; height: number; files: readonly { width: number; content: Buffer }[] };

// A libvips without loaders for SVG, PDF and the rest can't be talked into using them.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"],
});
sharp.cache(false);

/** WebP knows no picture with a longer side. */
const webpSideMax = 16_383;
const webp = { quality: 80, smartSubsample: true, effort: 4 } as const;

/**
 * Reads a picture's size before its pixels, then draws its files; of an animation the first frame.
 * The largest picture allowed takes about 200 MB for some seconds: the caller lets one through at a time.
 * @throws AppError INVALID for too many pixels, too long a picture, or one that can't be decoded.
 */
export async function preparePicture(path: string): Promise<PreparedPicture> {
  const { width, height, orientation } = await readHeader(path);
  const widths = pictureWidths(width);
  try {
    const small = await shrink(path, orientation, widths.at(-1) ?? width);
    const files = [];
    for (const target of widths) files.push({ width: target, content: await draw(small, target) });
    return { width, height, files };
  } catch (cause) {
    throw new AppError("INVALID", "media.pictureBroken", {}, { cause });
  }
}

/** EXIF's orientations from here on lie on their side. */
const firstSideways = 5;

/**
 * The whole picture is decoded once, straight into the widest file's size; turned upright only afterwards,
 * because turning needs all pixels in memory at a time.
 */
function shrink(path: string, orientation: number, width: number): Promise<Buffer> {
  const side = orientation < firstSideways ? { width } : { height: width };
  return sharp(path, { limitInputPixels: picturePixelsMax, failOn: "error", pages: 1 })
    .resize({ ...side, withoutEnlargement: true })
    .withMetadata({ orientation })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

function draw(small: Buffer, width: number): Promise<Buffer> {
  return sharp(small).autoOrient().resize({ width }).webp(webp).toBuffer();
}

async function readHeader(path: string): Promise<{ width: number; height: number; orientation: number }> {
  // The header alone is read here, so that the refusal can say which limit was passed.
  const metadata = await sharp(path, { limitInputPixels: false, pages: 1 })
    .metadata()
    .catch((cause: unknown) => {
      throw new AppError("INVALID", "media.pictureBroken", {}, { cause });
    });
  const { width, height } = metadata.autoOrient;
  if (width * height > picturePixelsMax) {
    throw new AppError("INVALID", "media.pictureTooManyPixels", {
      megapixelsMax: Math.floor(picturePixelsMax / 1_000_000),
    });
  }
  const widest = Math.min(width, pictureWidthTargets.at(-1) ?? width);
  if ((height * widest) / width > webpSideMax) throw new AppError("INVALID", "media.pictureTooLong");
  return { width, height, orientation: metadata.orientation ?? 1 };
}
