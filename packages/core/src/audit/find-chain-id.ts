import { withOfficeReading } from "@zhibu/db/scope";

/** The chain a branch is known by, `college` for the college's own; `null` when there is none. */
export async function findChainId(slug: string): Promise<string | null> {
  return withOfficeReading(async (tx) => {
    const owner = await (slug === "college"
      ? tx.college.findFirst({ select: { id: true } })
      : tx.branch.findUnique({ where: { slug }, select: { id: true } }));
    return owner?.id ?? null;
  });
}
