import type { PublicityDetail } from "./publicity-data.ts";

/** What comes next with a list, seen by the person who looks at it. */
type DecideLead =
  | "review"
  | "reviewWaits"
  | "signed"
  | "running"
  | "objected"
  | "correction"
  | "correctionWaits"
  | "endedWaits";

/** Whose turn it is; `null` where it is nobody's, or where a form of its own says what is next. */
export function decideLead({ list, can, openObjections }: PublicityDetail): DecideLead | null {
  switch (list.state) {
    case "in_review":
      return can.sign ? "review" : "reviewWaits";
    case "running":
      if (!list.submitted) return openObjections > 0 && can.handleObjections ? "objected" : "running";
      return can.sign ? "correction" : "correctionWaits";
    case "signed":
      return "signed";
    case "ended":
      return can.state ? null : "endedWaits";
    case "draft":
    case "returned":
    case "stated":
    case "withdrawn":
      return null;
  }
}
