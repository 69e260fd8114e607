import { readFileSync } from "node:fs";

const file = new URL("../../../../../../prisma/seed/baseline/implementation-opinions-2013.txt", import.meta.url);

/** The text of the college's implementation opinions of 2013, as it was handed to the project and stands in the seed. */
export function foundingDocument(): string {
  return readFileSync(file, "utf8");
}
