import type { Random } from "../engine/random.ts";
import { addHours, atShanghai, isWeekend, shanghaiDate } from "../engine/shanghai-time.ts";
import type { StoryStep } from "./demo-article.ts";

const returnReasons = [
  "导语里的时间与正文不一致，请核对后再报。",
  "第三段讲话内容较空，请补充具体做法和数字。",
  "标题偏长，建议压缩到三十字以内，突出主题。",
  "活动成效部分缺少事例，请与支部联系补充。",
  "参加人员的职务表述请与学院主网站保持一致。",
  "文中引用的材料请注明出处。",
  "请补充活动的后续安排，并核对人名。",
  "段落之间衔接不够，请调整顺序后重新提交。",
  "图片说明与内容不符，请更换或修改说明。",
  "请删去与主题无关的客套话，文字再精练一些。",
];

const opinions = ["同意发布。", "", "", "内容属实，同意。", "已审核，可以发布。", "", "同意，请及时发布。", "同意。"];

/** When something of a moment is published: within the 48 hours, or some days later. */
export function publicationTime(random: Random, eventAt: Date, late: boolean): Date {
  const { year, month, day } = shanghaiDate(eventAt);
  const eventHour = (eventAt.getTime() / 3_600_000 + 8) % 24;
  const minutes = random.int(0, 59);
  if (late) {
    const daysLater = random.int(3, 11);
    return atShanghai(year, month, day + daysLater, random.int(10, 17), minutes);
  }
  if (eventHour < 16 && random.chance(0.4)) return atShanghai(year, month, day, random.int(19, 21), minutes);
  const atWeekend = isWeekend(addHours(eventAt, 24));
  return atShanghai(year, month, day + 1, random.int(atWeekend ? 10 : 9, Math.max(11, Math.floor(eventHour))), minutes);
}

type LifeOptions = { publishedAt: Date; notBefore: Date; returned: boolean; byContributor: boolean };

/** The way of an article from the desk to its readers, ending at `publishedAt`; nothing is written before `notBefore`. */
export function publishedStory(
  random: Random,
  { publishedAt, notBefore, returned, byContributor }: LifeOptions,
): StoryStep[] {
  const earliest = addHours(publishedAt, -random.int(90, 210) / 60).getTime();
  const from = Math.min(Math.max(earliest, notBefore.getTime()), publishedAt.getTime() - 20 * 60_000);
  const span = publishedAt.getTime() - from;
  const at = (part: number): Date => new Date(Math.round(from + span * part));
  const writer = byContributor ? "contributor" : "webmaster";
  const inOneGo = random.chance(0.6);
  return [
    { verb: "write", by: writer, at: at(0.02), version: returned ? "first" : "final" },
    ...(byContributor ? [{ verb: "handIn", by: "contributor", at: at(0.25) } as const] : []),
    { verb: "submit", by: "webmaster", at: at(0.4) },
    ...(returned
      ? ([
          { verb: "return", by: "secretary", at: at(0.6), text: random.pick(returnReasons) },
          { verb: "write", by: "webmaster", at: at(0.72), version: "final" },
          { verb: "submit", by: "webmaster", at: at(0.78) },
        ] as const)
      : []),
    { verb: "approve", by: "secretary", at: at(inOneGo ? 1 : 0.92), text: random.pick(opinions) },
    { verb: "publish", by: inOneGo ? "secretary" : "webmaster", at: at(1) },
  ];
}

export type PendingKind = "draft" | "handedIn" | "inReview" | "returned" | "approved" | "scheduled";

/** An article still on somebody's desk; its last step was `hoursAgo` hours before `now`. */
export function pendingStory(random: Random, kind: PendingKind, now: Date, hoursAgo: number): StoryStep[] {
  const last = addHours(now, -hoursAgo);
  const before = (hours: number): Date => addHours(last, -hours);
  const contributor = kind === "handedIn" || random.chance(0.5);
  const written: StoryStep = {
    verb: "write",
    by: contributor ? "contributor" : "webmaster",
    at: before(kind === "draft" ? 0 : 2.5),
    version: "final",
  };
  const handedIn: StoryStep[] = contributor
    ? [{ verb: "handIn", by: "contributor", at: before(kind === "handedIn" ? 0 : 1.6) }]
    : [];
  const submitted: StoryStep = { verb: "submit", by: "webmaster", at: before(kind === "inReview" ? 0 : 1) };
  const approved: StoryStep = {
    verb: "approve",
    by: "secretary",
    at: before(kind === "approved" ? 0 : 0.4),
    text: "同意发布。",
  };
  switch (kind) {
    case "draft":
      return [written];
    case "handedIn":
      return [written, ...handedIn];
    case "inReview":
      return [written, ...handedIn, submitted];
    case "returned":
      return [
        written,
        ...handedIn,
        submitted,
        { verb: "return", by: "secretary", at: last, text: random.pick(returnReasons) },
      ];
    case "approved":
      return [written, ...handedIn, submitted, approved];
    case "scheduled":
      return [
        written,
        ...handedIn,
        submitted,
        approved,
        { verb: "schedule", by: "webmaster", at: last, publishAt: tomorrowMorning(now) },
      ];
  }
}

/** 08:30 in Shanghai on the day after `now`. */
export function tomorrowMorning(now: Date): Date {
  const { year, month, day } = shanghaiDate(now);
  return atShanghai(year, month, day + 1, 8, 30);
}

export const withdrawReasons = [
  "活动照片中有同学未签署肖像使用同意书，先行下线，待征得同意后再发布。",
  "稿件中参加单位名称有误，经核实后下线更正。",
  "活动时间与实际不符，下线核实。",
  "所引用的材料来源不明，按版权要求下线处理。",
  "内容与学院主网站表述不一致，下线修改。",
  "受助对象不愿公开有关情况，尊重本人意愿予以下线。",
  "通知事项已取消，下线处理。",
  "重复发布，保留较完整的一篇。",
];
