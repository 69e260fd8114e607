import type { SceneKey } from "../illustrations/scene-keys.ts";

/** A kind of item the branches write, as templates (see `engine/template.ts` for the marks, `slots.ts` for the slots). */
export type Topic = {
  id: string;
  titles: readonly string[];
  /** One entry a paragraph (or run of blocks): alternatives of which one is drawn; an empty one leaves it out. */
  body: readonly (readonly string[])[];
  /** Sets of slots that only make sense together; one set is drawn for an item. */
  cases?: readonly Readonly<Record<string, string>>[];
  /** Slots of this topic; one alternative of each is drawn for an item. */
  slots?: Readonly<Record<string, readonly string[]>>;
  /** Months (1–12) in which it happens; every month when absent. */
  months?: readonly number[];
  /** Month and day it is bound to, like `05-12`; it happens within three days before it. */
  on?: string;
  /** Happens at weekends or after work rather than in office hours. */
  when?: "weekend" | "evening";
  /** Branches it suits; all when absent. */
  only?: readonly string[];
  kind?: "general" | "direct";
  /** How often a year in one branch, 1 when absent. */
  repeat?: number;
  /** Pictures that suit it, none when absent. */
  scenes?: readonly SceneKey[];
};
