import { addPublicityDefaults } from "@zhibu/core/publicity/ensure-defaults";
import { workingCalendar } from "@zhibu/core/publicity/working-calendar";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import type { WorkingCalendar } from "@zhibu/domain/publicity/working-calendar";
import type { DemoList } from "../demo/demo-list.ts";
import { demoLists } from "../demo/demo-publicity.ts";
import { atDesk } from "../demo/staff.ts";
import type { Deed } from "./history-rows.ts";
import type { LoadedBranch, PeopleIds } from "./load-people.ts";
import { loadProbes } from "./load-probes.ts";
import { objectionRows, type ObjectionRows } from "./objection-rows.ts";
import { listRows, type ListPlace, type ListRows } from "./publicity-rows.ts";
import { instantsOf, replayPublicity, type ReplayedList } from "./replay-publicity.ts";

/** What every list of the demo needs to be loaded. */
type Loading = { people: PeopleIds; now: Date; calendar: WorkingCalendar };

/**
 * The templates and calendars every college begins with, and the lists of the demo college's branches. Returns what was
 * done to them, by branch: the branch's chain takes it in with everything else, in order of time.
 */
export async function loadPublicity(
  tx: Tx,
  branches: readonly LoadedBranch[],
  people: PeopleIds,
  now: Date,
): Promise<ReadonlyMap<string, readonly Deed[]>> {
  await addPublicityDefaults(tx, now);
  const loading = { people, now, calendar: await workingCalendar(tx) };
  const done = new Map<string, readonly Deed[]>();
  for (const branch of branches) {
    const { demo, tenantId } = branch;
    const lists = demoLists.filter(({ branch: slug }) => slug === demo.profile.slug);
    const deeds: Deed[] = [];
    for (const [index, list] of lists.entries()) {
      deeds.push(...(await loadList(tx, list, await placeOf(tx, { list, no: index + 1, branch, people }), loading)));
    }
    if (lists.length > 0) await tx.branch.update({ where: { id: tenantId }, data: { publicitySeq: lists.length } });
    done.set(tenantId, deeds);
  }
  return done;
}

type Position = { list: DemoList; no: number; branch: LoadedBranch; people: PeopleIds };

async function placeOf(tx: Tx, { list, no, branch: { demo, tenantId }, people }: Position): Promise<ListPlace> {
  const version = await tx.publicityTemplateVersion.findFirstOrThrow({ where: { template: { key: list.type } } });
  return {
    ...{ tenantId, listId: newId(), no, templateVersionId: version.id, branch: demo.profile },
    template: publicityTemplateSchema.parse(version.definition),
    person: (desk, at) => {
      const { loginName, name } = atDesk(demo.staff, desk, at);
      return { userId: people.get(loginName) ?? "", name };
    },
  };
}

/** Replays a list's story and writes what it left. Returns what the trail has to know. */
async function loadList(tx: Tx, demo: DemoList, place: ListPlace, { now, calendar }: Loading): Promise<Deed[]> {
  const frame = { now, calendar, workingDaysMin: place.template.workingDaysMin };
  const replayed = replayPublicity(demo, frame);
  const instantOf = instantsOf(demo, frame);
  const rows = listRows(demo, place, replayed);
  const objections = demo.objections.map((objection) => objectionRows(objection, place, instantOf));
  await writeRows(tx, rows, objections);
  const shown = shownSpan(replayed, now);
  if (shown) {
    const { tenantId, listId } = place;
    await loadProbes(tx, { tenantId, listId, ...shown, outages: demo.outages, instantOf });
  }
  return [rows, ...objections].flatMap(({ deeds }) => deeds);
}

async function writeRows(tx: Tx, rows: ListRows, objections: readonly ObjectionRows[]): Promise<void> {
  const { list, texts, textId, events } = rows;
  await tx.publicityList.create({ data: list });
  await tx.publicityText.createMany({ data: texts });
  const where = { tenantId_id: { tenantId: list.tenantId, id: list.id } };
  if (textId !== null) await tx.publicityList.update({ where, data: { textId } });
  await tx.workflowEvent.createMany({ data: events });
  await tx.objection.createMany({ data: objections.map(({ objection }) => objection) });
  await tx.objectionEvent.createMany({ data: objections.flatMap(({ events: handled }) => handled) });
}

/** From the first text's beginning to the last one's end, as far as it has gone by `now`. */
function shownSpan({ texts }: ReplayedList, now: Date): { from: Date; until: Date } | null {
  const [from, endsAt] = [texts[0]?.startsAt ?? null, texts.at(-1)?.endsAt ?? null];
  if (from === null || endsAt === null) return null;
  return { from, until: endsAt < now ? endsAt : now };
}
