import { canonicalHash } from "@zhibu/core/audit/audit-hash";
import { dateOf } from "@zhibu/core/kernel/day-of";
import { addPublicityDefaults } from "@zhibu/core/publicity/ensure-defaults";
import { workingCalendar } from "@zhibu/core/publicity/working-calendar";
import type { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { type NoticePeriod, shortestPeriod } from "@zhibu/domain/publicity/notice-period";
import {
  dayInWords,
  fillNotice,
  type PublicityTemplate,
  publicityTemplateSchema,
} from "@zhibu/domain/publicity/publicity-template";
import { demoLists, type DemoList } from "../demo/demo-publicity.ts";
import { addDays } from "../engine/shanghai-time.ts";
import type { LoadedBranch, PeopleIds } from "./load-people.ts";

/** The templates and calendars every college begins with, and some lists of the demo college's branches. */
export async function loadPublicity(
  tx: Tx,
  branches: readonly LoadedBranch[],
  people: PeopleIds,
  now: Date,
): Promise<void> {
  await addPublicityDefaults(tx, now);
  for (const { demo, tenantId } of branches) {
    const lists = demoLists.filter(({ branch }) => branch === demo.profile.slug);
    for (const [index, list] of lists.entries()) {
      await insertList(tx, { list, no: index + 1, demo, tenantId, people, now });
    }
    if (lists.length > 0) await tx.branch.update({ where: { id: tenantId }, data: { publicitySeq: lists.length } });
  }
}

type Insertion = LoadedBranch & { list: DemoList; no: number; people: PeopleIds; now: Date };

type Signer = { id: string; name: string };

function inRole({ demo, people }: Insertion, role: string): Signer {
  const { staff } = demo;
  const person = staff.find((each) => each.role === role && each.endsOn === null) ?? staff[0];
  return { id: people.get(person?.loginName ?? "") ?? newId(), name: person?.name ?? "" };
}

/** What readers are shown of a list, as signing it would have fixed it. */
function shownText(
  { list: { title, entries }, demo: { profile } }: Insertion,
  template: PublicityTemplate,
  contact: string,
) {
  const words = {
    支部: profile.name,
    人数: String(entries.length),
    联系人: contact,
    联系电话: profile.phone,
    联系地址: profile.address,
  };
  return {
    title,
    notice: fillNotice(template.notice, words),
    howToObject: fillNotice(template.howToObject, words),
    columns: template.columns.map(({ key, label }) => ({ key, label })),
    entries: [...entries],
  };
}

function statement(title: string, template: PublicityTemplate, period: NoticePeriod): string {
  return fillNotice(template.result.withoutObjections, {
    标题: title,
    开始日期: dayInWords(shanghaiDay(period.startsAt)),
    结束日期: dayInWords(period.lastDay),
  });
}

async function insertList(tx: Tx, insertion: Insertion): Promise<void> {
  const { list, no, demo, tenantId, now } = insertion;
  const version = await tx.publicityTemplateVersion.findFirstOrThrow({ where: { template: { key: list.type } } });
  const template = publicityTemplateSchema.parse(version.definition);
  const organiser = inRole(insertion, "organiser");
  const preparedAt = addDays(now, -list.daysAgo);
  const base = {
    ...{ tenantId, id: newId(), no, title: list.title, templateVersionId: version.id },
    ...{ createdById: organiser.id, createdByName: organiser.name, createdAt: preparedAt },
  };
  if (list.state !== "in_review")
    return insertSigned(tx, insertion, { base, template, organiser, startsAt: preparedAt });
  const { phone, address } = demo.profile;
  const contact = { name: organiser.name, phone, address };
  const draft = { title: list.title, entries: [...list.entries], contact, startsAt: null, lastDay: null };
  const submitted = { submittedById: organiser.id, submittedAt: preparedAt, stateSince: preparedAt };
  await tx.publicityList.create({ data: { ...base, state: "in_review", draft, ...submitted } });
}

type Signed = {
  base: Omit<Prisma.PublicityListUncheckedCreateInput, "state">;
  template: PublicityTemplate;
  organiser: Signer;
  startsAt: Date;
};

async function insertSigned(
  tx: Tx,
  insertion: Insertion,
  { base, template, organiser, startsAt }: Signed,
): Promise<void> {
  const { list } = insertion;
  const secretary = inRole(insertion, "secretary");
  const period = shortestPeriod(startsAt, template.workingDaysMin, await workingCalendar(tx));
  const { endsAt, provisional } = period;
  const stated = {
    ...{ endedAt: endsAt, statedAt: addDays(endsAt, 1), statedByName: secretary.name },
    ...{ statement: statement(list.title, template, period), stateSince: endsAt },
  };
  const times = { plannedStartAt: startsAt, startsAt, endsAt, provisional, lastDay: dateOf(period.lastDay) };
  const after = list.state === "stated" ? stated : { stateSince: startsAt };
  await tx.publicityList.create({ data: { ...base, ...times, ...after, state: list.state } });
  const shown = shownText(insertion, template, organiser.name);
  const { tenantId, id: listId } = base;
  const textId = newId();
  await tx.publicityText.create({
    data: {
      ...{ tenantId, id: textId, listId, number: 1, ...shown, hash: canonicalHash(shown) },
      ...{ preparedById: organiser.id, preparedName: organiser.name },
      ...{ signedById: secretary.id, signedByName: secretary.name, signedAt: startsAt, startsAt, endsAt },
    },
  });
  await tx.publicityList.update({ where: { tenantId_id: { tenantId, id: listId } }, data: { textId } });
}
