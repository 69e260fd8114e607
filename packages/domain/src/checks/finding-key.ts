import { placeName, type Finding, type Report } from "./finding.ts";

const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** FNV-1a, 64 bits, in base 36: short and stable, no protection for what goes in. */
function hash(text: string): string {
  let value = offsetBasis;
  for (let index = 0; index < text.length; index += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * prime);
  }
  return value.toString(36);
}

/** Turns reports into findings; the second and third occurrence of one match in one field get keys of their own. */
export function withKeys(reports: readonly Report[]): Finding[] {
  const seen = new Map<string, number>();
  return reports.map(({ value, excerpt = "", params = {}, ...report }) => {
    const match = `${placeName(report.where)}|${value}`;
    const occurrence = (seen.get(`${report.kind}|${match}`) ?? 0) + 1;
    seen.set(`${report.kind}|${match}`, occurrence);
    const key = `${report.kind}:${hash(`${match}|${occurrence}`)}`;
    return { ...report, key, excerpt, params, messageKey: `checks.findings.${report.kind}` };
  });
}
