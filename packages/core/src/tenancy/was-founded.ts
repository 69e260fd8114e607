import { withOfficeReading } from "@zhibu/db/scope";

/** Whether the college was founded for real: the first record of its trail says so; a seeded one has no such record. */
export function wasFounded(): Promise<boolean> {
  return withOfficeReading(async (tx) => {
    const college = await tx.college.findFirst({ select: { id: true } });
    if (!college) return false;
    const where = { tenantId_seq: { tenantId: college.id, seq: 1 } };
    const first = await tx.auditEntry.findUnique({ where, select: { action: true } });
    return first?.action === "college.found";
  });
}
