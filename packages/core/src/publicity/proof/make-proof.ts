import type { ProofFormat, ProvePublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import type { BranchContext } from "../../kernel/context.ts";
import { collectProof } from "./collect-proof.ts";
import { proofMaker } from "./proof-maker.ts";

export type ProofFile = {
  bytes: Uint8Array;
  format: ProofFormat;
  /** Of the list, for the file's name. */
  title: string;
  madeAt: Date;
};

/** The proof pack of a list as a file. @throws what `collectProof` throws. */
export async function makeProof(ctx: BranchContext, input: ProvePublicityInput): Promise<ProofFile> {
  const proof = await collectProof(ctx, input);
  const { format } = input;
  return { bytes: await proofMaker()(proof, format), format, title: proof.list.title, madeAt: proof.madeAt };
}
