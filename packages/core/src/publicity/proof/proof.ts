import type { ObjectionAction, ObjectionState } from "@zhibu/domain/publicity/objection-states";
import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import type { PublicityState } from "@zhibu/domain/publicity/publicity-states";
import type { PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import type { Reachability } from "@zhibu/domain/publicity/reachability";
import type { ChainRow } from "../../audit/verify-chain.ts";
import type { TimelineItem } from "../list-timeline.ts";

/** Everything a signature covers; the hash is made of exactly this. */
export type SignedText = {
  title: string;
  notice: string;
  howToObject: string;
  columns: readonly { key: string; label: string }[];
  entries: readonly PublicityEntry[];
};

/** A text that was before readers, as it was signed and as they saw it. */
export type ProofText = {
  number: number;
  signed: SignedText;
  /** With the days filled in. */
  shown: { title: string; notice: string; howToObject: string };
  hash: string;
  /** Whether what is stored still gives the hash it was signed with. */
  hashHolds: boolean;
  preparedName: string;
  signedByName: string;
  signedAt: Date;
  /** Why it took the place of the one before. */
  reason: string;
  startsAt: Date;
  /** The day announced as its last, `YYYY-MM-DD`. */
  lastDay: string;
  /** When it was, or is to be, shown no longer. */
  endsAt: Date;
  reachability: Reachability;
};

/** An objection without its words and without whose it is. */
export type ProofObjection = {
  named: boolean;
  state: ObjectionState;
  receivedAt: Date;
  decidedAt: Date | null;
  steps: readonly { action: ObjectionAction; at: Date }[];
};

export type ProofProbe = { at: Date; ok: boolean; status: number; ms: number };

/** Everything that proves how a list was publicised: names of the list, none of whoever objected. */
export type Proof = {
  madeAt: Date;
  madeByName: string;
  branchName: string;
  /** Where readers find the list. */
  address: string;
  list: {
    no: number;
    title: string;
    state: PublicityState;
    provisional: boolean;
    endedAt: Date | null;
    withdrawnAt: Date | null;
    withdrawReason: string;
  };
  /** In the order they were shown, the last one is the one that counts. */
  texts: readonly ProofText[];
  template: PublicityTemplate & { number: number; savedAt: Date; savedByName: string };
  objections: readonly ProofObjection[];
  /** `null` until it is published. */
  statement: { text: string; at: Date; byName: string } | null;
  timeline: readonly Omit<TimelineItem, "id">[];
  /** The list's records in the audit trail, each with its hash and that of the record before it in the branch's chain. */
  trail: readonly ChainRow[];
  probes: readonly ProofProbe[];
};
