import type { ReaderClosure } from "@zhibu/core/tenancy/reader-closure";
import type { ReaderBranch } from "@zhibu/core/tenancy/reader-site";

/** How a site is closed; while a merged branch's articles are on their way, its addresses lead nowhere yet. */
export function closureKind(
  { state }: Pick<ReaderBranch, "state">,
  { mergedInto }: Pick<ReaderClosure, "mergedInto">,
): "suspended" | "archived" | "moving" {
  if (mergedInto !== null) return "moving";
  return state === "archived" ? "archived" : "suspended";
}
