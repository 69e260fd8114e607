import { expect, test } from "vitest";
import { createDecks } from "./decks.ts";
import { seededRandom } from "./random.ts";

test("a seed repeats itself, another one doesn't", () => {
  const draw = (seed: string) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(seededRandom(seed)),
    );
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
});

test("a fork draws for itself", () => {
  const [one, two] = [seededRandom("a"), seededRandom("a")];
  one.fork("x").next();
  expect(one.next()).toBe(two.next());
});

test("numbers keep to their bounds and reach them", () => {
  const random = seededRandom("bounds");
  const seen = new Set(Array.from({ length: 300 }, () => random.int(2, 5)));
  expect([...seen].toSorted((left, right) => left - right)).toEqual([2, 3, 4, 5]);
});

test("nothing can't be picked from", () => {
  expect(() => seededRandom("a").pick([])).toThrow(RangeError);
});

test("a deck deals every card before any comes again", () => {
  const decks = createDecks(seededRandom("deck"));
  const cards = ["甲", "乙", "丙", "丁"];
  const deal = () => cards.map(() => decks.draw("d", cards));
  expect(deal().toSorted()).toEqual(cards.toSorted());
  expect(deal().toSorted()).toEqual(cards.toSorted());
});
