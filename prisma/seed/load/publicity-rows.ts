import { canonicalHash } from "@zhibu/core/audit/audit-hash";
import { periodChanges, periodData } from "@zhibu/core/publicity/show-text";
import { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import type { PublicityDraft, PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import { fillNotice, type PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import type { DemoList } from "../demo/demo-list.ts";
import type { Person } from "./article-place.ts";
import type { Deed } from "./history-rows.ts";
import type { ListDesk, ListMove, ReplayedList } from "./replay-publicity.ts";

/** What of its branch a list's rows refer to. */
export type ListPlace = {
  tenantId: string;
  listId: string;
  no: number;
  templateVersionId: string;
  template: PublicityTemplate;
  branch: { name: string; phone: string; address: string };
  /** Who sat at a desk at a time. */
  person: (desk: ListDesk, at: Date) => Person;
};

export type ListRows = {
  list: Prisma.PublicityListCreateManyInput;
  texts: Prisma.PublicityTextCreateManyInput[];
  /** Set once the texts are there. */
  textId: string | null;
  events: Prisma.WorkflowEventCreateManyInput[];
  deeds: Deed[];
};

/** Whoever prepares a list is whom objections reach. */
function contactOf({ branch }: ListPlace, by: Person): PublicityDraft["contact"] {
  return { name: by.name, phone: branch.phone, address: branch.address };
}

/** What readers are shown of a list, as signing it fixes it. */
function shownText(place: ListPlace, title: string, entries: readonly PublicityEntry[], by: Person) {
  const { template, branch } = place;
  const contact = contactOf(place, by);
  const words = {
    支部: branch.name,
    人数: String(entries.length),
    联系人: contact.name,
    联系电话: contact.phone,
    联系地址: contact.address,
  };
  return {
    title,
    notice: fillNotice(template.notice, words),
    howToObject: fillNotice(template.howToObject, words),
    columns: template.columns.map(({ key, label }) => ({ key, label })),
    entries: [...entries],
  };
}

function textRows(place: ListPlace, { title }: DemoList, { texts }: ReplayedList): ListRows["texts"] {
  return texts.map(({ entries, preparedAt, ...text }, index) => {
    const [preparer, signer] = [place.person("organiser", preparedAt), place.person("secretary", text.signedAt)];
    const shown = shownText(place, title, entries, preparer);
    return {
      ...{ tenantId: place.tenantId, id: newId(), listId: place.listId, number: index + 1 },
      ...{ ...shown, contact: contactOf(place, preparer), hash: canonicalHash(shown), ...text },
      ...{ preparedById: preparer.userId, preparedName: preparer.name },
      ...{ signedById: signer.userId, signedByName: signer.name },
    };
  });
}

/** The result statement as it is proposed to the secretary, who took it as it was. */
function statementOf({ template }: ListPlace, { title, objections }: DemoList, { period }: ReplayedList): string {
  const { withObjections, withoutObjections } = template.result;
  return fillNotice(objections.length === 0 ? withoutObjections : withObjections, {
    标题: title,
    异议件数: String(objections.length),
    ...(period && {
      开始日期: dayInWords(shanghaiDay(period.startsAt)),
      结束日期: dayInWords(period.lastDay),
    }),
  });
}

function draftOf(place: ListPlace, title: string, { draft, since }: ReplayedList): PublicityDraft | null {
  if (draft === null) return null;
  const contact = contactOf(place, place.person("organiser", since));
  return { title, entries: [...draft], contact, startsAt: null, lastDay: null, attachmentIds: [] };
}

function listRow(place: ListPlace, demo: DemoList, replayed: ReplayedList): ListRows["list"] {
  const { tenantId, listId, no, templateVersionId, person } = place;
  const { state, since, moves, period, submittedAt, endedAt, statedAt, plannedAt } = replayed;
  const createdAt = moves[0]?.at ?? since;
  const creator = person("organiser", createdAt);
  return {
    ...{ tenantId, id: listId, no, templateVersionId, state, title: demo.title, stateSince: since },
    draft: draftOf(place, demo.title, replayed) ?? Prisma.DbNull,
    ...{ createdById: creator.userId, createdByName: creator.name, createdAt },
    ...{ submittedAt, submittedById: submittedAt && person("organiser", submittedAt).userId },
    ...{ plannedStartAt: plannedAt, ...(period && periodData(period)) },
    ...{ endedAt, statement: endedAt ? statementOf(place, demo, replayed) : "" },
    ...{ statedAt, statedByName: statedAt ? person("secretary", statedAt).name : "" },
    ...{ version: moves.length - 1, updatedAt: moves.at(-1)?.at ?? createdAt },
  };
}

type Told = { move: ListMove; textId: string | null; before: string | null; statement: string };

function eventRow({ tenantId, listId, person }: ListPlace, { move, textId }: Told): ListRows["events"][number] {
  const by = person(move.by, move.at);
  return {
    ...{ tenantId, id: newId(), subjectType: "publicity", subjectId: listId, action: move.action },
    ...{ fromState: move.from, toState: move.to, opinion: move.reason, at: move.at },
    ...{ revisionId: move.action === "submitCorrection" ? null : textId, actorId: by.userId, actorName: by.name },
  };
}

/** What the audit trail keeps of a move, as the use cases write it. */
function changesOf({ no }: ListPlace, { move, textId, before, statement }: Told): Deed["changes"] {
  const { from, to, reason, entries, period } = move;
  const moved = { no, from, to, ...(reason === "" ? {} : { reason }) };
  const times = period && periodChanges(period);
  switch (move.action) {
    case "create":
    case "submitCorrection":
      return { no };
    case "edit":
    case "prepareCorrection":
      return { no, entries };
    case "sign":
      return { ...moved, textId, entries };
    case "correct":
      return { ...moved, textId, before, entries, ...times };
    case "state":
      return { ...moved, statement };
    default:
      return { ...moved, ...times };
  }
}

function deedOf(place: ListPlace, told: Told): Deed {
  const { action, by, at } = told.move;
  return {
    ...{ action: `publicity.${action}`, by: place.person(by, at), at },
    ...{ subject: { type: "publicity", id: place.listId }, changes: changesOf(place, told) },
  };
}

/** What the timeline leaves to the trail: a list that was begun, and what was typed. */
const untold: readonly ListMove["action"][] = ["create", "edit", "prepareCorrection"];

/** All rows of one list: as if its story had been lived through the console. */
export function listRows(demo: DemoList, place: ListPlace, replayed: ReplayedList): ListRows {
  const texts = textRows(place, demo, replayed);
  const list = listRow(place, demo, replayed);
  const told = replayed.moves.map((move): Told => {
    const at = move.text ?? -1;
    const [textId, before] = [texts[at]?.id ?? null, texts[at - 1]?.id ?? null];
    return { move, textId, before, statement: list.statement ?? "" };
  });
  return {
    ...{ list, texts, textId: texts.at(-1)?.id ?? null },
    events: told.filter(({ move }) => !untold.includes(move.action)).map((each) => eventRow(place, each)),
    deeds: told.map((each) => deedOf(place, each)),
  };
}
