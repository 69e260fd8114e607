import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { provideDatabaseCopies } from "@zhibu/db/testing/database-copies";
import { ensureCollege } from "@zhibu/db/testing/factories";
import { defaultPublicityTemplates } from "@zhibu/domain/publicity/default-templates";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import { officerOf } from "../testing/office.ts";
import { ensurePublicityDefaults } from "./ensure-defaults.ts";
import { saveTemplate } from "./save-template.ts";
import { setCalendarYear } from "./set-calendar-year.ts";

/** Each test has an empty database of its own. */
provideDatabaseCopies(() => Promise.resolve());

const now = new Date("2026-11-29T02:00:00Z");
const keys = defaultPublicityTemplates.map(({ key }) => key);

const years = () => withOffice((tx) => tx.calendarYear.findMany({ orderBy: { year: "asc" } }));
const versions = () => withOffice((tx) => tx.publicityTemplateVersion.findMany({ orderBy: { number: "asc" } }));
const supplies = () => withOffice((tx) => tx.auditEntry.findMany({ where: { action: "college.supply" } }));

test("an empty database stays empty", async () => {
  await ensurePublicityDefaults(now);
  expect([await years(), await versions(), await supplies()]).toEqual([[], [], []]);
});

test("a college gets what it lacks, once, however many processes start at once; on record", async () => {
  await ensureCollege();
  await Promise.all([1, 2, 3].map(() => ensurePublicityDefaults(now)));
  await ensurePublicityDefaults(now);
  expect(await versions()).toHaveLength(keys.length);
  const known = (await years()).map(({ year }) => year);
  expect(known[0]).toBe(2026);
  expect((await supplies()).map(({ actorId, changes }) => [actorId, changes])).toEqual([
    [null, { templates: keys, years: known }],
  ]);
});

test("what the office saved, reworded or archived stays as it is", async () => {
  const office = await officerOf();
  const own = { year: 2026, version: 0, daysOff: ["2026-01-01"], swappedIn: [], source: "校历" };
  await setCalendarYear(office, own);
  await ensurePublicityDefaults(now);
  const [supplied] = defaultPublicityTemplates;
  if (!supplied) throw new Error("no default types");
  const { key, ...definition } = supplied;
  const type = await withOffice((tx) => tx.publicityTemplate.findUniqueOrThrow({ where: { key } }));
  const reworded = { ...definition, name: "改过的名称" };
  await saveTemplate(office, { templateId: type.id, version: 0, key, definition: reworded });

  await ensurePublicityDefaults(now);
  const [year] = await years();
  expect(year).toMatchObject({ year: 2026, source: "校历", updatedByName: office.actor.displayName });
  const ofType = (await versions()).filter(({ templateId }) => templateId === type.id);
  expect(ofType.map(({ number, definition }) => [number, publicityTemplateSchema.parse(definition).name])).toEqual([
    [1, "评优评先"],
    [2, "改过的名称"],
  ]);
  expect(await supplies()).toHaveLength(1);
});
