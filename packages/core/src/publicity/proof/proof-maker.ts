import type { ProofFormat } from "@zhibu/domain/publicity/publicity-inputs";
import type { Proof } from "./proof.ts";

/** Makes the file of a proof pack. */
export type ProofMaker = (proof: Proof, format: ProofFormat) => Promise<Uint8Array>;

/** The server and Next's bundle hold two copies of this module; the maker lives in the server, outside of the bundle. */
const slot = Symbol.for("zhibu.proofMaker");
type Holder = { [slot]?: ProofMaker };

/** Told once, at start. */
export function configureProofMaker(make: ProofMaker): void {
  (globalThis as Holder)[slot] = make; // A symbol of ours on the global object.
}

export function proofMaker(): ProofMaker {
  const make = (globalThis as Holder)[slot]; // A symbol of ours on the global object.
  if (!make) throw new Error("nobody makes proof packs in this process");
  return make;
}
