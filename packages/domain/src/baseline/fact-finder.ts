import { normaliseText } from "../checks/normalise-text.ts";
import { literalPattern } from "./literal-pattern.ts";
import type { WordFinder, WordMatch } from "./word-finder.ts";

/** A fact whose old value may still stand in texts by hand. */
export type ChangedFact = {
  readonly name: string;
  readonly unit: string;
  readonly oldValue: string;
  readonly newValue: string;
};

/** How far from the value the fact's name may stand, in characters of the same sentence. */
const nearChars = 24;
/** A value this long means nothing else, whatever stands around it. */
const tellingChars = 6;

/** Words that say what kind of fact it is, not which: 党员总数 is about 党员. */
const generic = /(?:总人数|总数|人数|数量|数目|个数|总量|姓名|名字|名称|电话|号码|地址|邮箱|数)$/;
const sentenceEnd = /[。；！？;!?\n\ufffc]/;
/** Behind a figure these make it a date or an ordinal. */
const otherUnits = /^(?:年|月|日|号|届|期|级|年级|%|％|‰)/;

type Certainty = "sure" | "likely" | "no";

/**
 * Finds the old value written by hand: full-width figures and thousands separators too, never as part of a longer number,
 * and only where the fact's name or unit stands nearby. A short value needs more around it than a long one.
 */
export function factFinder(fact: ChangedFact): WordFinder {
  const old = normaliseText(fact.oldValue.trim()).text;
  const plain = old.replaceAll(",", "");
  const isNumber = /^\d+(?:\.\d+)?$/.test(plain);
  const pattern = new RegExp(isNumber ? numberPattern(plain) : wordsPattern(old), "g");
  const judge = isNumber ? judgeNumber : judgeWords;
  return (text, labels) => {
    const normal = normaliseText(text);
    return [...normal.text.matchAll(pattern)].flatMap(({ 0: found, index }): WordMatch[] => {
      const around = surroundings(normal.text, index, index + found.length, fact, labels);
      const certainty = judge(plain, around);
      if (certainty === "no") return [];
      const replacement = isNumber ? inTheFormOf(found, fact.newValue) : fact.newValue;
      return [{ ...normal.original(index, index + found.length), replacement, sure: certainty === "sure" }];
    });
  };
}

function numberPattern(plain: string): string {
  const [whole = "", fraction] = plain.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",?");
  return `(?<![\\d]|\\d[.,])${grouped}${fraction === undefined ? "" : `\\.${fraction}`}(?!\\d|[.,]\\d)`;
}

/** Figures at either end must not go on: an extension is no telephone number. */
function wordsPattern(words: string): string {
  const literal = literalPattern(words);
  return `${/^\d/.test(words) ? "(?<!\\d)" : ""}${literal}${/\d$/.test(words) ? "(?!\\d)" : ""}`;
}

type Around = {
  readonly nameNear: boolean;
  readonly topicNear: boolean;
  readonly unitAfter: boolean;
  readonly isOther: boolean;
};

function surroundings(text: string, from: number, to: number, fact: ChangedFact, labels: readonly string[]): Around {
  const name = normaliseText(fact.name).text;
  const unit = normaliseText(fact.unit).text;
  const topic = topicOf(name);
  const before =
    text
      .slice(Math.max(0, from - nearChars), from)
      .split(sentenceEnd)
      .at(-1) ?? "";
  const after = text.slice(to, to + nearChars).split(sentenceEnd)[0] ?? "";
  const near = [before, after, ...labels.map((label) => normaliseText(label).text)];
  const rest = after.trimStart();
  const unitAfter = unitsLike(unit).some((each) => rest.startsWith(each));
  return {
    nameNear: near.some((words) => words.includes(name)),
    topicNear: near.some((words) => words.includes(topic)),
    unitAfter,
    isOther: !unitAfter && otherUnits.test(rest),
  };
}

/** People are counted as 名, 人 or 位 as the writer likes. */
const unitsOfPeople = ["名", "人", "位"];

function unitsLike(unit: string): readonly string[] {
  if (unit === "") return [];
  return unitsOfPeople.includes(unit) ? unitsOfPeople : [unit];
}

function topicOf(name: string): string {
  const topic = name.replace(generic, "");
  return topic.length >= 2 ? topic : name;
}

function judgeNumber(value: string, { nameNear, topicNear, unitAfter, isOther }: Around): Certainty {
  if (isOther) return "no";
  if (nameNear) return "sure";
  const figures = value.replace(".", "").length;
  if (figures <= 2) return topicNear && unitAfter ? "likely" : "no";
  if (figures === 3) return topicNear && unitAfter ? "sure" : either(topicNear || unitAfter);
  return topicNear ? "sure" : either(unitAfter);
}

function judgeWords(value: string, { nameNear, topicNear }: Around): Certainty {
  if (Array.from(value).length >= tellingChars || nameNear) return "sure";
  return either(topicNear);
}

function either(isLikely: boolean): Certainty {
  return isLikely ? "likely" : "no";
}

/** Who wrote 1,286 gets 1,302. */
function inTheFormOf(found: string, value: string): string {
  return found.includes(",") && /^\d{4,}$/.test(value) ? value.replace(/\B(?=(?:\d{3})+$)/g, ",") : value;
}
