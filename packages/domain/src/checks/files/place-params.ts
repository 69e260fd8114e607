import type { FilePlace } from "./file-reading.ts";

/** A place in a file as the messages `checks.files.place` take it. */
export function placeParams(inner: string, place: FilePlace): Record<string, string | number> {
  const { at } = place;
  return {
    inner: inner === "" ? "none" : inner,
    at,
    no: "no" in place ? place.no : 0,
    table: at === "tableRow" ? place.table : 0,
    sheet: at === "cell" ? place.sheet : "",
    cell: at === "cell" ? place.cell : "",
  };
}
