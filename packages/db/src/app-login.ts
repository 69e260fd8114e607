import { createHmac } from "node:crypto";
import pg from "pg";

const appLogin = "zhibu_app";

/** The password of the application's login: the same on every instance that shares `AUTH_SECRET`. */
function appPassword(secret: string): string {
  return createHmac("sha256", secret).update("zhibu_app database login").digest("base64url");
}

/**
 * Makes sure the application's login exists: it owns nothing, bypasses nothing, inherits nothing,
 * and may only take on the three roles of the policies. Returns its URL. The caller holds the start lock.
 */
export async function provisionAppLogin(owner: pg.Client, ownerUrl: string, secret: string): Promise<string> {
  const password = pg.escapeLiteral(appPassword(secret));
  const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [appLogin]);
  const verb = rowCount === 0 ? "CREATE" : "ALTER";
  await owner.query(
    `${verb} ROLE ${appLogin} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD ${password}`,
  );
  // Policies look expensive to the planner; compiling for a page of twenty rows costs more than reading them.
  await owner.query(`ALTER ROLE ${appLogin} SET jit = off`);
  await owner.query(`GRANT zhibu_branch, zhibu_office, zhibu_reader TO ${appLogin}`);
  const url = new URL(ownerUrl);
  url.username = appLogin;
  url.password = appPassword(secret);
  return url.toString();
}
