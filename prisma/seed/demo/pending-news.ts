import { addDays, addHours, shanghaiDate, workdayBefore } from "../engine/shanghai-time.ts";
import { newsColumns } from "./corpus/all-topics.ts";
import type { Topic } from "./corpus/topic.ts";
import type { DemoArticle } from "./demo-article.ts";
import { momentOf, suits } from "./plan-news.ts";
import { pendingStory, type PendingKind } from "./story.ts";
import { illustrationFor, writeItem, type BranchWriting } from "./write-item.ts";

/** What lies on the desks of a branch, with the hours since it was last moved. */
function deskLoad({ random, profile }: BranchWriting): { kind: PendingKind; hoursAgo: number }[] {
  const many = (kind: PendingKind, count: number, hoursMax: number) =>
    Array.from({ length: count }, () => ({ kind, hoursAgo: random.int(6, hoursMax * 10) / 10 }));
  return [
    ...many("inReview", random.int(1, profile.tempo.lateShare > 0.3 ? 3 : 2), profile.tempo.lateShare > 0.3 ? 120 : 40),
    ...many("returned", 1, 60),
    ...many("draft", random.int(1, 2), 70),
    ...many("handedIn", random.int(0, 1), 20),
    ...many("approved", profile.kind === "general" ? random.int(0, 1) : 0, 3),
    ...many("scheduled", 1, 8),
  ];
}

/** What the branch hasn't told lately; anything of the season when it has told it all. */
function untoldTopics({ profile, now, ledger }: BranchWriting): { column: string; topic: Topic }[] {
  const { month } = shanghaiDate(now);
  const fitting = newsColumns.flatMap(({ column, topics }) =>
    topics
      .filter((topic) => topic.on === undefined && suits(topic, profile) && (topic.months?.includes(month) ?? true))
      .map((topic) => ({ column, topic })),
  );
  const isRecent = (topic: Topic): boolean =>
    (ledger.get(topic.id) ?? []).some(({ branch, at }) => branch === profile.slug && at > addDays(now, -30));
  const untold = fitting.filter(({ topic }) => !isRecent(topic));
  return untold.length > 0 ? untold : fitting;
}

/** News of the last days that readers don't see yet: waiting for somebody, sent back, or planned for tomorrow morning. */
export function pendingNews(writing: BranchWriting): DemoArticle[] {
  const { profile, now, random, desk } = writing;
  const topics = untoldTopics(writing);
  return deskLoad(writing).map(({ kind, hoursAgo }) => {
    const { column, topic } = desk.decks.draw(`${profile.slug}.pending`, topics);
    const at = momentOf(topic, workdayBefore(addHours(now, -hoursAgo - 26)), random);
    return writeItem(
      writing,
      { column, topic, at },
      { eventAt: at, story: pendingStory(random, kind, now, hoursAgo), illustration: illustrationFor(topic, writing) },
    );
  });
}
