import { approve, giveBack, type Piece, save, submit } from "./piece.ts";

/** What is done to an article: timed between what must be so before and what makes it so again. */
export type Deed = {
  name: string;
  /** Milliseconds within which 95 of 100 are done, so many at once. */
  atMost: number;
  before: (piece: Piece) => Promise<void>;
  run: (piece: Piece) => Promise<void>;
  after: (piece: Piece) => Promise<void>;
};

const nothing = (): Promise<void> => Promise.resolve();

export const deeds: readonly Deed[] = [
  { name: "save", atMost: 80, before: nothing, run: save, after: nothing },
  { name: "approve", atMost: 120, before: submit, run: approve, after: giveBack },
];
