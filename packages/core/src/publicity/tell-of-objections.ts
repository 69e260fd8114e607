import { withTenant } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { notify } from "../notifications/notify.ts";
import { whoCan } from "../notifications/who-can.ts";

/** Tells those who handle objections of the ones they have not been told of; each once, however often it runs. */
export async function tellOfObjections(tenantId: TenantId, now: () => Date): Promise<number> {
  return withTenant(tenantId, async (tx) => {
    const untold = await tx.objection.findMany({
      where: { tenantId, toldAt: null },
      select: { id: true, list: { select: { id: true, title: true } } },
    });
    if (untold.length === 0) return 0;
    const userIds = await whoCan(tx, tenantId, "objection:handle", shanghaiDay(now()));
    for (const { id, list } of untold) {
      await notify(tx, {
        branchId: tenantId,
        userIds,
        kind: "publicity.objected",
        params: { title: list.title },
        path: `/:branch/publicity/${list.id}`,
        occasion: `publicity.objected:${id}`,
        now: now(),
      });
    }
    await tx.objection.updateMany({
      where: { tenantId, id: { in: untold.map(({ id }) => id) } },
      data: { toldAt: now() },
    });
    return untold.length;
  });
}
