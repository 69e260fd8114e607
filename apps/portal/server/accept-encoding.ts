/** Encodings the portal keeps ready-made. */
export type Encoding = "br" | "gzip" | "identity";

/** Browsers send a handful of spellings; the limit is for everybody else. */
const spellingsMax = 256;
const bySpelling = new Map<string, readonly Encoding[]>();

function quality(weights: ReadonlyMap<string, number>, name: string, otherwise: number): number {
  return weights.get(name) ?? weights.get("*") ?? otherwise;
}

function parse(header: string): readonly Encoding[] {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(",").slice(0, 16)) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    if (name !== "") weights.set(name, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/u.test(weight) ? Number(weight) : 0);
  }
  const br = quality(weights, "br", 0);
  const gzip = Math.max(quality(weights, "gzip", 0), weights.get("x-gzip") ?? 0);
  const ranked: Encoding[] = br >= gzip ? ["br", "gzip"] : ["gzip", "br"];
  return [...ranked.filter((name) => (name === "br" ? br : gzip) > 0), "identity"];
}

/**
 * The encodings a reader takes, the one to use first. `identity` always comes last:
 * who refuses even that gets it all the same, which is kinder than a 406.
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  const spelling = header ?? "";
  const known = bySpelling.get(spelling);
  if (known !== undefined) return known;
  const parsed = parse(spelling);
  if (bySpelling.size >= spellingsMax) bySpelling.clear();
  bySpelling.set(spelling, parsed);
  return parsed;
}
