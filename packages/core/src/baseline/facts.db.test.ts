import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice, withReader } from "@zhibu/db/scope";
import { ensureCollege } from "@zhibu/db/testing/factories";
import { doc, fact, p } from "@zhibu/domain/articles/document/build-body";
import { refreshFactTexts } from "../articles/corrections/refresh-fact-texts.ts";
import { getPublished } from "../articles/published/get-published.ts";
import { provideQueue } from "../articles/push/testing/push-queue.ts";
import { saveArticle } from "../articles/save-article.ts";
import { columnOf, contentIn, draftBy, publishedBy, rowOf, siteVersionOf, staffedBranch } from "../testing/articles.ts";
import { officerOf, trailOf } from "../testing/office.ts";
import { addFactValue } from "./add-fact-value.ts";
import { applyDueFacts } from "./apply-due-facts.ts";
import { archiveFact, renameFact } from "./change-fact.ts";
import { factsAt } from "./facts-at.ts";
import { getFact } from "./get-fact.ts";
import { listFacts } from "./list-facts.ts";
import { sitesShowing } from "./tell-sites.ts";
import { newFact, versionOf } from "./testing/new-fact.ts";
import { voidFactValue } from "./void-fact-value.ts";

provideQueue();

let collegeId: string;
beforeAll(async () => {
  collegeId = await ensureCollege();
});

const at = (instant: string) => () => new Date(instant);

describe("values", () => {
  test("the one that held on the day, in the database as in the rule; voided ones never held", async () => {
    const office = await officerOf();
    const { factId, key } = await newFact(office, { value: "1286", effectiveFrom: "2026-01-01" });
    const { version, valueId } = await addFactValue(office, {
      factId,
      version: 0,
      value: "1302",
      effectiveFrom: "2026-07-01",
      source: "组织工作台账",
    });
    const on = (day: string) => withReader(null, async (tx) => (await factsAt(tx, [key, "nobody"], day)).get(key));
    expect(await on("2025-12-31")).toBeUndefined();
    expect(await on("2026-06-30")).toBe("1286");
    expect(await on("2026-07-01")).toBe("1302");
    await voidFactValue(office, { factId, version, valueId, reason: "数字抄错" });
    expect(await on("2026-07-01")).toBe("1286");
    const { values } = await getFact(office, { factId });
    expect(values).toMatchObject([
      { value: "1302", state: "void", voidReason: "数字抄错", voidedByName: office.actor.displayName },
      { value: "1286", state: "current" },
    ]);
  });

  test("on record in the college's trail, with what changed", async () => {
    const office = await officerOf();
    const { factId } = await newFact(office, { value: "1286" });
    const { version } = await addFactValue(office, {
      factId,
      version: 0,
      value: "1302",
      effectiveFrom: "2026-07-01",
      source: "台账",
    });
    await renameFact(office, { factId, version, name: "党员总人数", unit: "人", note: "" });
    expect(await trailOf(collegeId, factId)).toMatchObject([
      { action: "fact.add" },
      { action: "fact.addValue", changes: { from: "1286", to: "1302", effectiveFrom: "2026-07-01" } },
      { action: "fact.rename" },
    ]);
  });

  test("refused: the same value again, a stale screen, the last value voided, a value for what is out of use, a taken key", async () => {
    const office = await officerOf();
    const { factId, key } = await newFact(office, { value: "1286" });
    const again = { factId, version: 0, value: "1286", effectiveFrom: "2026-07-01", source: "台账" };
    await expect(addFactValue(office, again)).rejects.toMatchObject({ code: "INVALID", reason: "fact.sameValue" });
    await expect(addFactValue(office, { ...again, value: "1", version: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const [value] = (await getFact(office, { factId })).values;
    const voiding = { factId, version: 0, valueId: value?.id ?? "", reason: "错误" };
    await expect(voidFactValue(office, voiding)).rejects.toMatchObject({ reason: "fact.lastValue" });
    await archiveFact(office, { factId, version: 0, archived: true });
    await expect(addFactValue(office, { ...again, value: "1", version: 1 })).rejects.toMatchObject({
      reason: "fact.archived",
    });
    await expect(newFact(office, { key })).rejects.toMatchObject({ code: "CONFLICT", reason: "fact.keyTaken" });
  });

  test("the office alone: an inspector and an auditor neither see nor change them", async () => {
    const office = await officerOf();
    const { factId } = await newFact(office);
    for (const role of ["inspector", "auditor"] as const) {
      const other = await officerOf([role]);
      await expect(listFacts(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getFact(other, { factId })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(newFact(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(
        addFactValue(other, { factId, version: 0, value: "2", effectiveFrom: "2026-01-02", source: "台账" }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("in texts", () => {
  test("a page says today's value, news that of its date; a change tells exactly the sites that show it", async () => {
    const office = await officerOf();
    const { factId, key } = await newFact(office, { value: "1286", effectiveFrom: "2026-01-01" });
    const { staff } = await staffedBranch();
    const { staff: others } = await staffedBranch();
    const body = doc(p(["现有党员", fact(key), "名"]));
    const page = await publishedBy(staff, {
      body,
      columnId: await columnOf(staff.webmaster, "organisation.structure"),
      eventAt: null,
    });
    const news = await publishedBy(staff, { body, eventAt: "2026-03-01T02:00:00.000Z" });
    await publishedBy(others);
    const before = await siteVersionOf(staff.webmaster);

    await addFactValue(office, { factId, version: 0, value: "1302", effectiveFrom: "2026-07-01", source: "台账" });

    expect((await siteVersionOf(staff.webmaster)).version).toBeGreaterThan(before.version);
    expect(await withOffice((tx) => sitesShowing(tx, factId))).toEqual([staff.webmaster.tenantId]);
    const factsOf = async ({ articleId }: { articleId: string }) => {
      const { no } = await rowOf(staff.webmaster, articleId);
      const answer = await getPublished(staff.webmaster.tenantId, no);
      return answer?.kind === "article" ? answer.facts.get(key) : null;
    };
    expect(await factsOf(page)).toBe("1302");
    expect(await factsOf(news)).toBe("1286");
    expect(await listFacts(office).then(({ items }) => items.find(({ id }) => id === factId))).toMatchObject({
      uses: 2,
      current: { value: "1302", since: "2026-07-01" },
    });
  });

  test("search and summaries see the value, and follow it", async () => {
    const office = await officerOf();
    const { factId, key } = await newFact(office, { value: "1286" });
    const { staff } = await staffedBranch();
    const { articleId } = await publishedBy(staff, {
      body: doc(p(["现有党员", fact(key), "名"])),
      columnId: await columnOf(staff.webmaster, "organisation.structure"),
    });
    const textOf = async () => {
      const { liveRevisionId, tenantId } = await rowOf(staff.webmaster, articleId);
      const where = { tenantId_id: { tenantId, id: liveRevisionId ?? "" } };
      return (await withOffice((tx) => tx.revision.findUniqueOrThrow({ where }))).bodyText;
    };
    expect(await textOf()).toBe("现有党员1286名");
    await addFactValue(office, { factId, version: 0, value: "1302", effectiveFrom: "2026-07-01", source: "台账" });
    expect(await refreshFactTexts(factId, () => new Date())).toBe(1);
    expect(await textOf()).toBe("现有党员1302名");
    expect(await refreshFactTexts(factId, () => new Date())).toBe(0);
  });

  test("which facts a text shows is written at each save", async () => {
    const office = await officerOf();
    const { factId, key } = await newFact(office);
    const { staff } = await staffedBranch();
    const draft = await draftBy(staff.webmaster, { body: doc(p([fact(key)])) });
    const uses = () => withOffice((tx) => tx.factUse.count({ where: { factId } }));
    expect(await uses()).toBe(1);
    await saveArticle(staff.webmaster, { ...draft, content: await contentIn(staff.webmaster) });
    expect(await uses()).toBe(0);
  });

  test("a reference to nothing stays its key, and is no reason to fail", async () => {
    const { staff } = await staffedBranch();
    const key = `gone-${newId().slice(-6)}`;
    const draft = await draftBy(staff.webmaster, { body: doc(p(["共", fact(key)])) });
    expect((await rowOf(staff.webmaster, draft.articleId)).workState).toBe("draft");
  });
});

describe("a value of a later day", () => {
  test("says nothing yet, and is put into effect once, when the day begins in Shanghai", async () => {
    const eve = at("2026-11-30T15:59:00Z");
    const midnight = at("2026-11-30T16:00:10Z");
    const office = await officerOf(["office"], eve);
    const { factId, key } = await newFact(office, { value: "1286" });
    const { staff } = await staffedBranch(eve);
    const { articleId } = await publishedBy(staff, {
      body: doc(p([fact(key)])),
      columnId: await columnOf(staff.webmaster, "organisation.structure"),
    });
    const { scanId } = await addFactValue(office, {
      factId,
      version: 0,
      value: "1302",
      effectiveFrom: "2026-12-01",
      source: "台账",
    });
    expect(scanId).toBeNull();
    const { no } = await rowOf(staff.webmaster, articleId);
    const shown = async (now: () => Date) => {
      const answer = await getPublished(staff.webmaster.tenantId, no, now());
      return answer?.kind === "article" ? answer.facts.get(key) : null;
    };
    expect(await shown(eve)).toBe("1286");
    expect(await shown(midnight)).toBe("1302");

    const appliedAt = async () => {
      const where = { factId, value: "1302" };
      return (await withOffice((tx) => tx.factValue.findFirstOrThrow({ where }))).appliedAt;
    };
    const before = await siteVersionOf(staff.webmaster);
    await applyDueFacts(eve);
    expect(await appliedAt()).toBeNull();
    await applyDueFacts(midnight);
    expect(await appliedAt()).toEqual(midnight());
    expect((await siteVersionOf(staff.webmaster)).version).toBeGreaterThan(before.version);
    await applyDueFacts(at("2026-12-01T00:00:00Z"));
    expect(await appliedAt()).toEqual(midnight());
    expect((await getFact({ ...office, now: midnight }, { factId })).scan).toMatchObject({ state: "running" });
    expect(await versionOf(factId)).toBe(1);
  });
});
