import { AppError } from "@zhibu/domain/kernel/app-error";

/** The part of a Prisma model a guarded write needs. */
type GuardedModel<Data> = {
  updateMany(args: {
    where: { tenantId: string; id: string; version: number };
    data: Data & { version: { increment: number } };
  }): Promise<{ count: number }>;
};

/**
 * Writes only when the row still has the version the caller read.
 * @throws AppError CONFLICT when someone else wrote first.
 */
export async function updateGuarded<Data extends object>(
  model: GuardedModel<Data>,
  row: { tenantId: string; id: string; version: number },
  data: Data,
): Promise<void> {
  const { tenantId, id, version } = row;
  const { count } = await model.updateMany({
    where: { tenantId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
}
