import type { Random } from "./random.ts";

/** Draws alternatives like cards: each comes once before any comes again, however many branches draw. */
export type Decks = {
  /** @throws RangeError when `cards` is empty. */
  draw<T>(deck: string, cards: readonly T[]): T;
};

export function createDecks(random: Random): Decks {
  const piles = new Map<string, number[]>();
  return {
    draw(deck, cards) {
      const pile = piles.get(deck) ?? [];
      if (pile.length === 0) pile.push(...random.shuffle([...cards.keys()]));
      piles.set(deck, pile);
      const index = pile.pop();
      for (const card of index === undefined ? [] : cards.slice(index, index + 1)) return card;
      throw new RangeError(`deck ${deck} is empty`);
    },
  };
}
