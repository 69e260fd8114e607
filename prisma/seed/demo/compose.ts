import type { Decks } from "../engine/decks.ts";
import type { Random } from "../engine/random.ts";
import { monthDay } from "../engine/shanghai-time.ts";
import { expandTemplate, type SlotSource } from "../engine/template.ts";
import type { BranchProfile } from "./branch-profile.ts";
import type { Topic } from "./corpus/topic.ts";
import { slotsFor, type Roster } from "./slots.ts";

/** What the writers of one college share: nothing they wrote is written again. */
export type WritingDesk = {
  decks: Decks;
  /** Blocks already printed somewhere in the college. */
  printed: Set<string>;
  /** Titles already used, by branch. */
  titles: Map<string, Set<string>>;
  /** Decks that had nothing fresh to give; the tests keep this empty. */
  worn: string[];
};

export type Draft = { title: string; text: string };

type ComposeInput = {
  desk: WritingDesk;
  profile: BranchProfile;
  roster: Roster;
  topic: Topic;
  at: Date;
  random: Random;
  /** Paragraphs that may be put in before the last one. */
  extras?: readonly string[];
};

/** How often an item gets one extra paragraph, and how often a second. */
const extraChances = [0.85, 0.5];

/** Short lines and table rows may recur; whole sentences may not. */
const repeatable = 24;
const tries = 24;

function isFresh(desk: WritingDesk, text: string): boolean {
  return text.split("\n").every((line) => line.length < repeatable || line.startsWith("| ") || !desk.printed.has(line));
}

/**
 * Writes one item from its topic: every alternative is dealt from the college's decks, titles are unique in the branch
 * and paragraphs in the college. A topic that has nothing new to say repeats itself and is noted as worn.
 */
export function compose({ desk, profile, roster, topic, at, random, extras = [] }: ComposeInput): Draft {
  const own: Record<string, string> = topic.cases ? { ...desk.decks.draw(`${topic.id}.cases`, topic.cases) } : {};
  for (const [name, lines] of Object.entries(topic.slots ?? {}))
    own[name] = desk.decks.draw(`${topic.id}.${name}`, lines);
  const named = slotsFor({ profile, roster, random, decks: desk.decks, at, own });
  const used = desk.titles.get(profile.slug) ?? new Set();
  desk.titles.set(profile.slug, used);

  /** After the lead a branch is called by its short word, as writers do. */
  const familiar: SlotSource = (name) => named(name === "branch" ? "org" : name);

  const attempt = (
    deck: string,
    templates: readonly string[],
    accepts: (text: string) => boolean,
    slots = named,
  ): string => {
    let text = "";
    for (let round = 0; round < tries; round += 1) {
      text = expandTemplate(desk.decks.draw(deck, templates), slots, random);
      if (accepts(text)) return text;
    }
    desk.worn.push(deck);
    return text;
  };

  const drawnTitle = attempt(`${topic.id}.titles`, topic.titles, (text) => !used.has(text));
  const title = used.has(drawnTitle) ? `${drawnTitle}（${monthDay(at)}）` : drawnTitle;
  const paragraphs = topic.body.map((templates, index) =>
    attempt(`${topic.id}.body.${index}`, templates, (text) => isFresh(desk, text), index === 0 ? named : familiar),
  );
  const added = extraChances
    .filter((chance) => extras.length > 0 && random.chance(chance))
    .map(() => attempt("extras", extras, (text) => isFresh(desk, text), familiar));
  const written = paragraphs.filter((paragraph) => paragraph !== "");
  const text = [...written.slice(0, -1), ...added, ...written.slice(-1)].join("\n");
  used.add(title);
  for (const line of text.split("\n")) desk.printed.add(line);
  return { title, text };
}
