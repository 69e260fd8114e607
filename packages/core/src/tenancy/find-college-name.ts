import { withReader } from "@zhibu/db/scope";

/** The college's name as every reader may know it; `null` before the college is set up. */
export async function findCollegeName(): Promise<string | null> {
  const college = await withReader(null, (tx) => tx.college.findFirst({ select: { name: true } }));
  return college?.name ?? null;
}
