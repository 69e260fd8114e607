import { withReader } from "@zhibu/db/scope";
import type { ReaderCollege } from "../../tenancy/reader-site.ts";
import { findReaderCollege, listBranches, type PortalBranch } from "./list-branches.ts";

/** More than any college has; keeps the one page that lists them all from growing without bound. */
const branchesMax = 2_000;

/** The college with its open branches; `null` before the college was founded. */
export function portalBranches(): Promise<{ college: ReaderCollege; branches: readonly PortalBranch[] } | null> {
  return withReader(null, async (tx) => {
    const college = await findReaderCollege(tx);
    return college && { college, branches: (await listBranches(tx, branchesMax)).branches };
  });
}
