import { pictureWidthTargets } from "./media-limits.ts";

/** A step of less than this between two files saves a reader nothing. */
const worthwhileStep = 1.15;

/** The widths to make of a picture that is `width` pixels wide, ascending; never wider than the picture, never none. */
export function pictureWidths(width: number): number[] {
  const narrower = pictureWidthTargets.filter((target) => target <= width);
  const widest = narrower.at(-1);
  const reachesLast = widest === pictureWidthTargets.at(-1);
  if (widest === undefined) return [width];
  return reachesLast || width < widest * worthwhileStep ? [...narrower] : [...narrower, width];
}

/** The file to send for a wanted width: the narrowest that is wide enough, else the widest there is. */
export function nearestWidth(widths: readonly number[], wanted: number): number | null {
  const ascending = widths.toSorted((a, b) => a - b);
  return ascending.find((width) => width >= wanted) ?? ascending.at(-1) ?? null;
}
