import { issueSessionCookie } from "@zhibu/auth/session-cookie";
import { newId } from "@zhibu/db/new-id";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import type { College } from "./colleges.ts";

/** Somebody with a session, as the browser would send it. */
export type Visitor = { cookie: string };

export type Cast = {
  /** The largest branch, where lists are longest. */
  branch: { slug: string; articles: number; columnId: string };
  webmaster: Visitor;
  secretary: Visitor;
  /** Webmaster of eight branches at once. */
  steward: Visitor;
  office: Visitor;
  auditor: Visitor;
};

export const authSettings = {
  secret: "benchmark-secret-of-no-value",
  consoleOrigin: "http://console.localhost:3000",
  campus: null,
};

const branchesOfSteward = 8;

async function visitorNamed(ownerUrl: string, loginName: string): Promise<Visitor> {
  const sessionId = newId();
  const [row] = await queryAsOwner<{ user_id: string }>(
    ownerUrl,
    "INSERT INTO user_session (id, user_id, method) SELECT $1, id, 'password' FROM app_user WHERE login_name = $2 RETURNING user_id",
    [sessionId, loginName],
  );
  if (!row) throw new Error(`nobody is called ${loginName}`);
  const setCookie = await issueSessionCookie(authSettings, { userId: row.user_id, sessionId });
  return { cookie: setCookie.split(";", 1)[0] ?? "" };
}

/** Appoints one person in several branches, once. */
async function appointSteward(ownerUrl: string): Promise<void> {
  await queryAsOwner(
    ownerUrl,
    `WITH person AS (
       INSERT INTO app_user (id, login_name, display_name) VALUES ($1, 'steward.synthetic', '合成数据') ON CONFLICT DO NOTHING RETURNING id
     )
     INSERT INTO branch_role (tenant_id, id, user_id, role, starts_on)
     SELECT b.id, gen_random_uuid(), p.id, 'webmaster', '2024-01-01' FROM person p
     CROSS JOIN (SELECT id FROM branch WHERE kind <> 'office' ORDER BY slug LIMIT ${branchesOfSteward}) b`,
    [newId()],
  );
}

/** Where articles are written and decided on, and by whom. */
export type Place = { slug: string; columnId: string; webmaster: Visitor; secretary: Visitor };

async function placesBy(ownerUrl: string, order: string, count: number): Promise<Place[]> {
  const branches = await queryAsOwner<Pick<Place, "slug" | "columnId">>(
    ownerUrl,
    `SELECT b.slug, (SELECT c.id FROM site_column c WHERE c.tenant_id = b.id AND c.baseline_key = 'news.activities') AS "columnId"
     FROM branch b WHERE b.kind <> 'office' ORDER BY ${order} LIMIT $1`,
    [count],
  );
  return Promise.all(
    branches.map(async (branch) => ({
      ...branch,
      webmaster: await visitorNamed(ownerUrl, `webmaster.${branch.slug}`),
      secretary: await visitorNamed(ownerUrl, `secretary.${branch.slug}`),
    })),
  );
}

/** So many branches of ordinary size, the last ones, with those of their people who write and decide. */
export function ordinaryPlaces({ ownerUrl }: College, count: number): Promise<Place[]> {
  return placesBy(ownerUrl, "b.slug DESC", count);
}

/** The same of one branch: an ordinary one, or the largest. */
export async function placeIn({ ownerUrl }: College, which: "ordinary" | "largest"): Promise<Place> {
  const order = which === "ordinary" ? "b.slug DESC" : "b.article_seq DESC, b.slug";
  const [place] = await placesBy(ownerUrl, order, 1);
  if (!place) throw new Error("the college has no branch");
  return place;
}

/** The people whose screens are measured, signed in. */
export async function castOf({ ownerUrl }: College): Promise<Cast> {
  await appointSteward(ownerUrl);
  const [branch] = await queryAsOwner<Cast["branch"]>(
    ownerUrl,
    `SELECT b.slug, b.article_seq AS articles,
       (SELECT column_id FROM article a WHERE a.tenant_id = b.id GROUP BY column_id ORDER BY count(*) DESC LIMIT 1) AS "columnId"
     FROM branch b ORDER BY article_seq DESC, slug LIMIT 1`,
  );
  if (!branch) throw new Error("the college has no branch");
  const visitor = (loginName: string) => visitorNamed(ownerUrl, loginName);
  return {
    branch,
    webmaster: await visitor(`webmaster.${branch.slug}`),
    secretary: await visitor(`secretary.${branch.slug}`),
    steward: await visitor("steward.synthetic"),
    office: await visitor("office.synthetic"),
    auditor: await visitor("auditor.synthetic"),
  };
}
