import type { BlockNode } from "@zhibu/domain/articles/document/body-schema";
import type { SceneKey } from "./illustrations/scene-keys.ts";

/** Who of a branch did something: the holder of the role at that time. */
export type Desk = "contributor" | "webmaster" | "secretary";

/** One step of an article's life; `text` is the reason or the opinion. */
export type StoryStep =
  | { verb: "write"; by: Desk; at: Date; version: Version }
  | { verb: "handIn" | "submit"; by: Desk; at: Date }
  | { verb: "publish"; by: Desk; at: Date }
  | { verb: "approve" | "return"; by: Desk; at: Date; text: string }
  | { verb: "withdraw"; by: Desk; at: Date; text: string }
  | { verb: "schedule"; by: Desk; at: Date; publishAt: Date };

/** `first` is what was returned, `changed` what a live article's next revision says. */
export type Version = "first" | "final" | "changed";

export type Illustration = { scene: SceneKey; alt: string; caption: string };

export type DemoArticle = {
  /** Baseline key of the column, or slug of the branch's own. */
  column: string;
  title: string;
  source: string;
  author: string;
  eventAt: Date | null;
  versions: Readonly<Partial<Record<Version, readonly BlockNode[]>>> & { readonly final: readonly BlockNode[] };
  illustration: Illustration | null;
  attachment: AttachmentKind | null;
  pinned: boolean;
  /** In order of time; begins with a `write`. */
  story: readonly StoryStep[];
  views: number;
};

export type AttachmentKind = "form" | "plan" | "rubric";
