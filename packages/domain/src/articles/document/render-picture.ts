import type { PictureNode, PictureWidth } from "./body-schema.ts";
import { escapeHtml, htmlAttributes } from "./escape-html.ts";

/** Of the original, in pixels, and the widths that exist as files. */
export type PictureSize = { readonly width: number; readonly height: number; readonly widths: readonly number[] };

export type PictureOptions = {
  /** Address of the file of that width; undefined leaves the picture out. */
  readonly mediaUrl: (mediaId: string, width: number) => string | undefined;
  /** Without it the page jumps when the picture arrives, and phones load the wide file. */
  readonly pictureSize?: (mediaId: string) => PictureSize | undefined;
};

/** The file browsers without `srcset` load. */
const plainWidth = 960;

/** Widths on the page: the text column, and three fifths of it. */
const sizes: Record<PictureWidth, string> = {
  full: "(min-width: 48rem) 44rem, 100vw",
  small: "(min-width: 48rem) 26rem, 60vw",
};

export function renderPicture({ attrs }: PictureNode, options: PictureOptions): string {
  const { mediaId, alt, caption, width } = attrs;
  const size = options.pictureSize?.(mediaId);
  const widths = size === undefined || size.widths.length === 0 ? [plainWidth] : size.widths.toSorted((a, b) => a - b);
  const files = widths.flatMap((each) => {
    const url = options.mediaUrl(mediaId, each);
    return url === undefined ? [] : [{ width: each, url }];
  });
  const plain = files.findLast((file) => file.width <= plainWidth) ?? files[0];
  if (plain === undefined) return "";
  const image = htmlAttributes({
    src: plain.url,
    srcset: files.length > 1 ? files.map((file) => `${file.url} ${file.width}w`).join(", ") : undefined,
    sizes: files.length > 1 ? sizes[width] : undefined,
    width: size === undefined ? undefined : plain.width,
    height: size === undefined ? undefined : Math.round((size.height * plain.width) / size.width),
    alt,
    loading: "lazy",
    decoding: "async",
  });
  const figcaption = caption === "" ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure class="picture-${width}"><img${image}>${figcaption}</figure>`;
}
