import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { unsafePrisma } from "./connection.ts";
import { isDatabaseAway } from "./database-away.ts";
import type { Prisma } from "./generated/client.ts";

/** A transaction that has taken on a database role, and a tenant where the role needs one. */
export type Tx = Prisma.TransactionClient;

type Scope = {
  role: "zhibu_branch" | "zhibu_office" | "zhibu_reader";
  tenantId: string;
  portal: "on" | "";
  readOnly?: boolean;
};

type TransactionOptions = { isolationLevel?: Prisma.TransactionIsolationLevel; timeout?: number };

/** Once something was read, PostgreSQL lets nobody take "read only" back within the transaction. */
async function takeOn(tx: Tx, { role, tenantId, portal, readOnly = false }: Scope): Promise<void> {
  await (readOnly
    ? tx.$queryRaw`SELECT set_config('role', ${role}, true), set_config('app.tenant_id', ${tenantId}, true), set_config('app.portal', ${portal}, true), set_config('transaction_read_only', 'on', true)`
    : tx.$queryRaw`SELECT set_config('role', ${role}, true), set_config('app.tenant_id', ${tenantId}, true), set_config('app.portal', ${portal}, true)`);
}

async function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  try {
    return await unsafePrisma().$transaction(async (tx) => {
      await takeOn(tx, scope);
      return work(tx);
    }, options);
  } catch (cause) {
    if (isDatabaseAway(cause)) throw new AppError("UNAVAILABLE", "databaseAway", {}, { cause });
    throw cause;
  }
}

const officeScope = { role: "zhibu_office", tenantId: "", portal: "" } as const;

/** One transaction that sees and writes one branch's rows and no other's. */
export function withTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ role: "zhibu_branch", tenantId, portal: "" }, work);
}

/** One transaction over all branches: sign-in, the office, jobs. Never reached with a branch role alone. */
export function withOffice<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(officeScope, work);
}

/** One transaction over all branches in which the database itself refuses every write: what people of the college look at. */
export function withOfficeReading<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ ...officeScope, readOnly: true }, work);
}

/** The same over one moment of the database, however long the work takes up to `timeoutMs`: whole chains, exports. */
export function withOfficeSnapshot<T>(timeoutMs: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  const options = { isolationLevel: "RepeatableRead", timeout: timeoutMs } as const;
  return inScope({ ...officeScope, readOnly: true }, work, options);
}

/** One office transaction in the name of one branch, where a write must tell that branch's readers. */
export function withOfficeIn<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ role: "zhibu_office", tenantId, portal: "" }, work);
}

/** One transaction that sees published rows only: of one branch, or with `null` of all (the college portal). */
export function withReader<T>(tenantId: TenantId | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ role: "zhibu_reader", tenantId: tenantId ?? "", portal: tenantId === null ? "on" : "" }, work);
}
