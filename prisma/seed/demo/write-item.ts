import type { Random } from "../engine/random.ts";
import { blocksOf } from "../engine/text-blocks.ts";
import type { BranchProfile } from "./branch-profile.ts";
import { compose, type WritingDesk } from "./compose.ts";
import { newsExtras } from "./corpus/news/extras.ts";
import type { Topic } from "./corpus/topic.ts";
import type { AttachmentKind, DemoArticle, Illustration, StoryStep } from "./demo-article.ts";
import { sceneTexts } from "./illustrations/scene-texts.ts";
import type { NewsLedger } from "./plan-news.ts";
import type { Roster } from "./slots.ts";
import { atDesk, staffOf } from "./staff.ts";

export type BranchWriting = {
  desk: WritingDesk;
  profile: BranchProfile;
  roster: Roster;
  ledger: NewsLedger;
  now: Date;
  random: Random;
};

export type Occasion = { column: string; topic: Topic; at: Date };

/** One item in words; its story is told by the caller. */
export function writeItem(
  { desk, profile, roster, now, random }: BranchWriting,
  { column, topic, at }: Occasion,
  life: {
    eventAt: Date | null;
    story: readonly StoryStep[];
    illustration: Illustration | null;
    attachment?: AttachmentKind | null;
  },
): DemoArticle {
  const extras = column.startsWith("news.") || column === profile.special?.slug ? newsExtras : [];
  const { title, text } = compose({ desk, profile, roster, topic, at, random, extras });
  const blocks = blocksOf(text);
  const writer = life.story[0]?.by ?? "webmaster";
  const isReturned = life.story.some((step) => step.verb === "write" && step.version === "first");
  return {
    column,
    title,
    source: profile.name,
    author: atDesk(staffOf(profile, now), writer, at).name,
    eventAt: life.eventAt,
    versions: isReturned
      ? { final: blocks, first: blocks.slice(0, Math.max(1, blocks.length - 1)) }
      : { final: blocks },
    illustration: life.illustration,
    attachment: life.attachment ?? null,
    pinned: false,
    story: life.story,
    views: 0,
  };
}

/** Of each dozen, those that come with a picture. */
const pictured = Array.from({ length: 12 }, (_, index) => index < 5);

/** Something over a third of a branch's news has a picture. */
export function illustrationFor(topic: Topic, { desk, profile, random }: BranchWriting): Illustration | null {
  if (!topic.scenes || !desk.decks.draw(`${profile.slug}.pictured`, pictured)) return null;
  const scene = random.pick(topic.scenes);
  const { alt, captions } = sceneTexts[scene];
  return { scene, alt, caption: random.pick(captions) };
}
