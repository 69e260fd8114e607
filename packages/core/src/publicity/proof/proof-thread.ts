/** A thread of its own, outside of the pages' bundle: laying out a thousand names takes seconds readers must not wait for. */
import { parentPort, workerData } from "node:worker_threads";
import type { AbstractIntlMessages } from "use-intl/core";
import type { ProofFormat } from "@zhibu/domain/publicity/publicity-inputs";
import { proofPdf } from "./proof-pdf.ts";
import { proofWords } from "./proof-words.ts";
import { proofZip } from "./proof-zip.ts";
import type { Proof } from "./proof.ts";

export type ProofJob = { proof: Proof; format: ProofFormat; messages: AbstractIntlMessages };

const { proof, format, messages } = workerData as ProofJob; // What `proofThreads` hands over.
const words = proofWords(messages);
const pdf = await proofPdf(proof, words);
parentPort?.postMessage(format === "pdf" ? pdf : proofZip(proof, words, pdf));
