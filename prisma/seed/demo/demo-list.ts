import type { ObjectionAction } from "@zhibu/domain/publicity/objection-states";
import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";

/** A time in a list's life: working days after the day it was begun, and a time of day (`HH:MM`) in Asia/Shanghai. */
export type Moment = { day: number; time: string };

/** A step somebody took; a list begins and ends by the clock. The organiser prepares, the secretary decides. */
export type ListStep = Moment &
  (
    | { verb: "create" | "submit" | "submitCorrection" | "state" }
    | { verb: "edit" | "prepareCorrection"; entries: readonly PublicityEntry[] }
    | { verb: "return" | "correct"; reason: string }
    /** Without `begins` readers see it from the signature on. */
    | { verb: "sign"; begins?: Moment }
  );

/** `answer` goes to a sender who gave a name, with the decision. */
export type ObjectionStep = Moment & { action: ObjectionAction; record: string; answer?: string };

/** What a reader sent, and how far it was handled; no name means anonymously. */
export type DemoObjection = Moment & {
  text: string;
  name: string;
  contact: string;
  steps: readonly ObjectionStep[];
};

/** Minutes in which the page did not come (`status` as the probe noted it), or in which nobody asked for it (`null`). */
export type Outage = Moment & { minutes: number; status: number | null };

/** A list of the demo college. The names are nobody's, and say so. */
export type DemoList = {
  branch: string;
  type: "awards" | "activists" | "development-objects" | "admission" | "full-membership";
  title: string;
  /** Working days before the day of the seed. All its steps lie before that day. */
  workingDaysAgo: number;
  steps: readonly ListStep[];
  objections: readonly DemoObjection[];
  outages: readonly Outage[];
};
