import { describe, expect, test } from "vitest";
import { portalHome } from "@zhibu/core/articles/published/portal-home";
import { auditHash } from "@zhibu/core/audit/audit-hash";
import { getStorage } from "@zhibu/core/kernel/storage";
import { findPublicMedia } from "@zhibu/core/media/find-public-media";
import { matchesHash } from "@zhibu/core/tenancy/password-hash";
import { withOffice, withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { officeTexts } from "../demo/office-site/office-texts.ts";
import { seedDemo } from "./load-college.ts";
import { seededCollege, seedNow, seedPassword } from "./testing/seeded-college.ts";

const college = seededCollege();

const branches = () => withOffice((tx) => tx.branch.findMany({ orderBy: { position: "asc" } }));

test("everything is there", async () => {
  expect(college.seeded()?.branches).toBe(8);
  expect(await withOffice((tx) => tx.article.count())).toBe(college.seeded()?.articles);
  expect((await branches()).map(({ slug }) => slug)).toEqual([
    "jichu",
    "linchuang",
    "huli",
    "yaoxue",
    "jianyan",
    "gongwei",
    "jiguan",
    "tushuguan",
    "dangban",
  ]);
});

test("a second seed leaves a college alone", async () => {
  expect(await seedDemo({ now: seedNow, password: seedPassword })).toBeNull();
});

test("every demo account signs in with the one password", async () => {
  const people = await withOffice((tx) => tx.user.findMany({ include: { credential: true, branchRoles: true } }));
  const able = people.filter(({ credential }) => credential !== null);
  expect(able).toHaveLength(3 + 8 * 4 + 2);
  expect(able.some(({ credential }) => credential?.mustChangePassword)).toBe(false);
  const office = able.find(({ loginName }) => loginName === "office");
  expect(await matchesHash(office?.credential?.passwordHash ?? "", seedPassword)).toBe(true);
  const inTwo = people.find(({ loginName }) => loginName === "webmaster.jichu");
  expect(new Set(inTwo?.branchRoles.map(({ tenantId }) => tenantId)).size).toBe(2);
});

test("live articles point at sealed texts, others at texts in work", async () => {
  const articles = await withOffice((tx) =>
    tx.article.findMany({ include: { liveRevision: true, workingRevision: true } }),
  );
  const handedOn = ["in_review", "returned", "approved", "scheduled"];
  const wrong = articles.filter(({ visibility, workState, liveRevision, workingRevision }) => {
    const liveFits = visibility === "unpublished" ? liveRevision === null : liveRevision?.sealedAt instanceof Date;
    const sealed = workingRevision !== null && workingRevision.sealedAt !== null;
    const workFits =
      (workingRevision !== null) === (workState !== null) && sealed === handedOn.includes(workState ?? "");
    return !liveFits || !workFits;
  });
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test("the audit trail of each branch is one unbroken chain", async () => {
  for (const { id: tenantId, kind } of await branches()) {
    const trail = await withOffice((tx) => tx.auditEntry.findMany({ where: { tenantId }, orderBy: { seq: "asc" } }));
    expect(trail.length).toBeGreaterThan(kind === "office" ? 30 : 300);
    for (const [index, { id: _id, hash, ...record }] of trail.entries()) {
      expect(record.seq).toBe(index + 1);
      expect(record.prevHash).toBe(trail[index - 1]?.hash ?? "0".repeat(64));
      expect(auditHash({ ...record, changes: record.changes as Record<string, string> })).toBe(hash);
    }
  }
});

test("the office writes on a site of its own, with four eyes", async () => {
  const [site] = await withOffice((tx) =>
    tx.branch.findMany({
      where: { kind: "office" },
      include: { roles: { include: { user: true } }, articles: true },
    }),
  );
  expect(site?.roles.map(({ role, user }) => `${user.loginName}: ${role}`).toSorted()).toEqual([
    "office: webmaster",
    "secretary.dangban: secretary",
    "webmaster.dangban: webmaster",
  ]);
  expect(site?.articles.map(({ visibility }) => visibility)).toEqual(officeTexts.map(() => "live"));
});

test("the portal features what branches proposed, and one proposal waits", async () => {
  const nominations = await withOffice((tx) => tx.nomination.findMany({ include: { article: true } }));
  expect(nominations.map(({ state }) => state).toSorted()).toEqual(["featured", "featured", "proposed"]);
  expect(nominations.every(({ article }) => article.visibility === "live")).toBe(true);
  expect((await portalHome())?.featured).toHaveLength(2);
});

describe("readers", () => {
  test("see what is live and no more", async () => {
    const live = await withOffice((tx) => tx.article.count({ where: { visibility: "live" } }));
    expect(await withReader(null, (tx) => tx.$queryRaw`SELECT count(*)::int AS n FROM revision`)).toEqual([
      { n: live },
    ]);
  });

  test("get the pictures and files of what is live", async () => {
    const [branch] = await branches();
    const tenantId = branch?.id as TenantId; // A branch's id is its tenant's.
    const shown = await withOffice((tx) =>
      tx.revisionMedia.findMany({
        where: { tenantId, revision: { liveOf: { visibility: "live" } } },
        include: { media: true },
      }),
    );
    expect(new Set(shown.map(({ use }) => use))).toEqual(new Set(["cover", "picture", "attachment"]));
    for (const { mediaId, media } of shown) {
      const file = await findPublicMedia(tenantId, mediaId, media.kind === "picture" ? "w960.webp" : "original");
      expect(await getStorage().exists(file?.key ?? "")).toBe(true);
    }
  });

  test("find the founding document with its rubric in the branch of the offices", async () => {
    const [article] = await withOffice((tx) =>
      tx.article.findMany({
        where: { title: "关于加强基层党建网站建设的实施意见" },
        include: { branch: true, column: true, liveRevision: true },
      }),
    );
    expect(article).toMatchObject({
      visibility: "live",
      branch: { slug: "jiguan" },
      column: { baselineKey: "education.documents" },
    });
    expect(article?.liveRevision?.bodyText).toContain("栏目规划");
  });
});
