import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

/** The database's own catalogue, read as the owner: what is forced here holds for every query of the application. */
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
});

afterAll(() => owner.end());

async function column(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ value: string }>(sql);
  return rows.map((row) => row.value);
}

const tenantTables = `SELECT DISTINCT table_name AS value FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`;

describe("every table with tenant_id", () => {
  test("there are some, or this test could not fail", async () => {
    expect((await column(tenantTables)).length).toBeGreaterThanOrEqual(10);
  });

  test("has row-level security enabled and forced", async () => {
    const forced = await column(
      `SELECT relname AS value FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity`,
    );
    expect((await column(tenantTables)).filter((table) => !forced.includes(table))).toEqual([]);
  });

  test("has a policy that binds the branch role to the tenant of the transaction, for reads and writes", async () => {
    const bound =
      await column(`SELECT tablename AS value FROM pg_policies WHERE 'zhibu_branch' = ANY(roles) AND permissive = 'PERMISSIVE'
      AND qual LIKE '%tenant_id = %app_tenant()%' AND with_check LIKE '%tenant_id = %app_tenant()%'`);
    expect((await column(tenantTables)).filter((table) => !bound.includes(table))).toEqual([]);
  });

  test("has no policy for the branch or reader role that forgets the tenant", async () => {
    const loose = await column(`SELECT tablename || '.' || policyname AS value FROM pg_policies
      WHERE tablename IN (${tenantTables}) AND roles && ARRAY['zhibu_branch', 'zhibu_reader', 'public']::name[]
      AND coalesce(qual, with_check) NOT LIKE '%app_tenant()%'`);
    expect(loose).toEqual([]);
  });

  test("has a primary key and unique indexes that begin with tenant_id", async () => {
    const loose = await column(`SELECT i.indexrelid::regclass::text AS value FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisunique AND c.relname IN (${tenantTables}) AND c.relnamespace = 'public'::regnamespace AND a.attname <> 'tenant_id'`);
    expect(loose).toEqual([]);
  });

  test("refers to other tenant tables with the tenant in the key", async () => {
    const loose = await column(`SELECT con.conname AS value FROM pg_constraint con
      JOIN pg_class f ON f.oid = con.confrelid JOIN pg_class c ON c.oid = con.conrelid
      WHERE con.contype = 'f' AND c.relname IN (${tenantTables}) AND f.relname IN (${tenantTables}) AND array_length(con.conkey, 1) < 2`);
    expect(loose).toEqual([]);
  });
});

describe("the application's login", () => {
  test("owns nothing, bypasses nothing, inherits nothing", async () => {
    expect(
      await column(
        `SELECT rolname AS value FROM pg_roles WHERE rolname LIKE 'zhibu\\_%' AND rolname <> 'zhibu_owner' AND (rolsuper OR rolbypassrls OR rolinherit OR rolcreaterole)`,
      ),
    ).toEqual([]);
    expect(
      await column(
        `SELECT relname AS value FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'zhibu_app'`,
      ),
    ).toEqual([]);
  });

  test("sees nothing until it takes on a role", async () => {
    const app = new pg.Client({ connectionString: inject("appUrl") });
    await app.connect();
    await expect(app.query("SELECT count(*) FROM article")).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });
});

describe("grants", () => {
  const granted = (role: string, table: string) =>
    column(
      `SELECT privilege_type AS value FROM information_schema.role_table_grants WHERE grantee = '${role}' AND table_name = '${table}' ORDER BY 1`,
    );

  test("history can be added to and read, not changed", async () => {
    for (const role of ["zhibu_branch", "zhibu_office"]) {
      for (const table of ["audit_entry", "workflow_event"])
        expect(await granted(role, table)).toEqual(["INSERT", "SELECT"]);
    }
  });

  test("readers never write words and never see sign-in tables", async () => {
    expect(
      await column(`SELECT DISTINCT table_name || ' ' || privilege_type AS value FROM information_schema.column_privileges
      WHERE grantee = 'zhibu_reader' AND privilege_type <> 'SELECT' ORDER BY 1`),
    ).toEqual(["article_view INSERT", "article_view UPDATE", "objection INSERT"]);
    for (const table of ["credential", "app_user", "branch_role", "submission", "workflow_event", "audit_entry"])
      expect(await granted("zhibu_reader", table)).toEqual([]);
  });

  test("a branch neither reads credentials nor appoints anyone", async () => {
    expect(await granted("zhibu_branch", "credential")).toEqual([]);
    expect(await granted("zhibu_branch", "branch_role")).toEqual(["SELECT"]);
  });
});
