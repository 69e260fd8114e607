import { defaultPublicityTemplates } from "@zhibu/domain/publicity/default-templates";
import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import { minuteOf, reachability } from "@zhibu/domain/publicity/reachability";
import { canonicalHash, genesis } from "../../../audit/audit-hash.ts";
import type { Proof, ProofText } from "../proof.ts";

const at = (local: string): Date => new Date(`${local}+08:00`);
const [template] = defaultPublicityTemplates.filter(({ key }) => key === "admission");
const endsAt = at("2026-11-17T00:00:00");

/** A list that was corrected once, lost four minutes, was objected to and stated. */
export function sampleProof(entries: readonly PublicityEntry[]): Proof {
  if (!template) throw new Error("no such template");
  return {
    madeAt: at("2026-11-20T15:30:12"),
    madeByName: "周组织员",
    branchName: "护理学院党总支",
    address: "https://huli.example.edu.cn/g/12",
    list: {
      ...{ no: 12, title: "关于2026年秋季拟接收预备党员的公示", state: "stated", provisional: false },
      ...{ endedAt: endsAt, withdrawnAt: null, withdrawReason: "" },
    },
    template: { ...template, number: 1, savedAt: at("2026-11-01T09:00:00"), savedByName: "党务办公室" },
    texts: [
      textOf(1, entries.slice(1), { startsAt: at("2026-11-06T18:30:21"), endsAt: at("2026-11-09T10:12:00") }),
      textOf(2, entries, { startsAt: at("2026-11-09T10:12:00"), endsAt }),
    ],
    objections: [
      {
        ...{ named: true, state: "not_upheld", receivedAt: at("2026-11-10T08:15:00") },
        decidedAt: at("2026-11-13T16:00:00"),
        steps: [
          { action: "accept", at: at("2026-11-10T09:00:00") },
          { action: "investigate", at: at("2026-11-12T11:20:00") },
          { action: "dismiss", at: at("2026-11-13T16:00:00") },
        ],
      },
      { named: false, state: "received", receivedAt: at("2026-11-11T21:40:00"), decidedAt: null, steps: [] },
    ],
    statement: {
      text: "《关于2026年秋季拟接收预备党员的公示》公示期为2026年11月9日至2026年11月16日，公示期间收到异议2件，均已调查处理。",
      at: at("2026-11-18T09:00:00"),
      byName: "王书记",
    },
    timeline: (["submit", "sign", "start", "correct", "extend", "recompute", "end", "state"] as const).map(
      (action, index) => ({
        action,
        actorName: index % 2 === 0 ? "周组织员" : "王书记",
        opinion: action === "correct" ? "漏列一名同志，补充后重新公示。" : "",
        at: new Date(at("2026-11-06T18:00:00").getTime() + index * 7_200_000),
        end: action === "recompute" ? { before: "2026-11-16", after: "2026-11-17", provisional: false } : null,
      }),
    ),
    trail: ["publicity.submit", "publicity.sign", "publicity.start"].map((action, index) => ({
      ...{ tenantId: "t", seq: 41 + index, action, subjectType: "publicity", subjectId: "s", actorId: null },
      ...{ actorName: "王书记", changes: { no: 12 }, at: at("2026-11-06T18:30:21") },
      ...{ prevHash: index === 0 ? genesis : canonicalHash(index - 1), hash: canonicalHash(index) },
    })),
    probes: [0, 1, 2, 3].map((minute) => ({
      at: new Date(at("2026-11-09T10:13:00").getTime() + minute * 60_000),
      ...{ ok: minute !== 2, status: minute === 2 ? 503 : 200, ms: 12 },
    })),
  };
}

function textOf(
  number: number,
  entries: readonly PublicityEntry[],
  period: { startsAt: Date; endsAt: Date },
): ProofText {
  if (!template) throw new Error("no such template");
  const { columns, notice, howToObject } = template;
  const title = "关于2026年秋季拟接收预备党员的公示";
  const signed = {
    ...{ title, notice, howToObject, entries },
    columns: columns.map(({ key, label }) => ({ key, label })),
  };
  const first = minuteOf(period.startsAt);
  const minutes = minuteOf(period.endsAt) - first;
  const reached = Array.from({ length: minutes }, (_, index) => first + index).filter((minute) => minute % 997 > 3);
  return {
    number,
    signed,
    shown: { title, notice: notice.replaceAll(/\{\{.*?\}\}/gu, "某"), howToObject },
    hash: canonicalHash(signed),
    hashHolds: true,
    ...{ preparedName: "周组织员", signedByName: "王书记", signedAt: period.startsAt },
    reason: number === 1 ? "" : "漏列一名同志，补充后重新公示。",
    ...period,
    lastDay: "2026-11-16",
    reachability: reachability(
      { from: period.startsAt, until: period.endsAt },
      { reached, lost: number === 2 ? [first + 60, first + 61, first + 62, first + 63] : [] },
    ),
  };
}
