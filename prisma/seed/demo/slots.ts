import type { Decks } from "../engine/decks.ts";
import type { Random } from "../engine/random.ts";
import { fullDate, monthDay, shanghaiDate, shanghaiHour, shanghaiWeekday } from "../engine/shanghai-time.ts";
import type { SlotSource } from "../engine/template.ts";
import type { BranchProfile } from "./branch-profile.ts";
import { branchSlots } from "./branch-words.ts";

/** People who appear in texts without an account. */
export type Roster = { seniors: readonly string[]; juniors: readonly string[] };

const weekdays = "日一二三四五六";

function halfDay(at: Date): string {
  const hour = shanghaiHour(at);
  return hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上";
}

/** What is told by the calendar: when it happened and the round number of the year. */
function timeSlots(at: Date): Record<string, string> {
  const { year, month } = shanghaiDate(at);
  const date = monthDay(at);
  return {
    date,
    fullDate: fullDate(at),
    day: `${date}${halfDay(at)}`,
    weekday: `周${weekdays[shanghaiWeekday(at)] ?? ""}`,
    year: String(year),
    lastYear: String(year - 1),
    nextYear: String(year + 1),
    month: String(month),
    partyAge: String(year - 1921),
    leiFeng: String(year - 1963),
  };
}

/** `{n:20-40}` counts people of the branch, any other letter counts other things. */
const countSlot = /^([a-z]):(\d+)-(\d+)$/u;
/** Never does a whole branch turn up. */
const presentShare = 0.8;

function countPeople(from: number, to: number, members: number, random: Random): number {
  const max = Math.min(to, Math.floor(members * presentShare));
  return random.int(Math.min(from, Math.floor(max * 0.7)), max);
}

/** `t1` is a senior person with title, `m1` the same without; `s1` and `y1` a junior one; `c1` of the committee. */
const personSlot = /^([tmsyc])([1-9])$/u;

/** Thoughts nobody has twice in one item: each asking draws another. */
const saidOnce = new Set(["insight"]);

type SlotInput = {
  profile: BranchProfile;
  roster: Roster;
  random: Random;
  decks: Decks;
  at: Date;
  /** Slots of the topic, over those of the branch. */
  own: Readonly<Record<string, string>>;
};

/** The first `turn` people of a shuffled roster differ, whoever is asked for first. */
function personName(
  kind: string,
  turn: number,
  { profile, roster, random }: SlotInput,
  drawn: Map<string, string>,
): string {
  const key = `${kind}#${turn}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const names = kind === "c" ? profile.people.committee : kind === "t" ? roster.seniors : roster.juniors;
  const free = names.filter((name) => ![...drawn.values()].includes(name));
  const name = free.length > 0 ? random.pick(free) : random.pick(names);
  drawn.set(key, name);
  return name;
}

function personOf(
  name: string,
  input: SlotInput,
  words: Readonly<Record<string, string>>,
  drawn: Map<string, string>,
): string | undefined {
  const [, letter = "", digit = ""] = personSlot.exec(name) ?? [];
  switch (letter) {
    case "t":
      return `${words["seniorTitle"] ?? ""}${personName("t", Number(digit), input, drawn)}`;
    case "m":
      return personName("t", Number(digit), input, drawn);
    case "s":
      return `${words["juniorTitle"] ?? ""}${personName("s", Number(digit), input, drawn)}`;
    case "y":
      return personName("s", Number(digit), input, drawn);
    case "c":
      return `${words["committeeName"] ?? ""}${personName("c", Number(digit), input, drawn)}`;
    default:
      return undefined;
  }
}

/** Numbers, places and craft, drawn when first asked for; `challenge2` is another challenge than `challenge`. */
function drawnSlot(name: string, { profile, random, decks }: SlotInput): string | undefined {
  const [, letter, from, to] = countSlot.exec(name) ?? [];
  if (letter === "n") return String(countPeople(Number(from), Number(to), profile.members, random));
  if (letter !== undefined) return String(random.int(Number(from), Number(to)));
  if (name === "partner") return decks.draw(`${profile.slug}.partner`, profile.partners);
  if (name === "room") return random.pick(profile.rooms);
  const craft: Readonly<Record<string, readonly string[]>> = profile.craft;
  const key = name.replace(/2$/u, "");
  const lines = craft[key];
  return lines && decks.draw(`${profile.slug}.${key}`, lines);
}

/**
 * The slots of one item: of its topic, its date and its branch; what is drawn stays the same through the item.
 * The source throws for a name nobody knows, so that a slip in the corpus never reaches a page.
 */
export function slotsFor(input: SlotInput): SlotSource {
  const { profile, random } = input;
  const [first, second] = random.shuffle(profile.cells);
  const known: Record<string, string> = {
    ...timeSlots(input.at),
    ...branchSlots(profile),
    cell: first?.name ?? profile.name,
    cell2: second?.name ?? profile.name,
    attend: String(Math.ceil((first?.members ?? profile.members) * (0.75 + random.next() * 0.2))),
    ...input.own,
  };
  const drawn = new Map<string, string>();
  const people = new Map<string, string>();
  return (name) => {
    const value = known[name] ?? drawn.get(name) ?? personOf(name, input, known, people) ?? drawnSlot(name, input);
    if (value === undefined) throw new SyntaxError(`no slot named ${name}`);
    if (!saidOnce.has(name)) drawn.set(name, value);
    return value;
  };
}
