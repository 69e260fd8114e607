import type { Content } from "pdfmake/interfaces.js";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { isOpenObjection } from "@zhibu/domain/publicity/objection-states";
import type { MinuteSpan } from "@zhibu/domain/publicity/reachability";
import { caption, facts, grid, groupedHash, heading, note, paragraph, subheading } from "./proof-parts.ts";
import { instantText, minuteText, momentText, type ProofWords } from "./proof-words.ts";
import type { Proof, ProofText } from "./proof.ts";

type Section = (proof: Proof, t: ProofWords) => Content[];

/** The file from its first section to its last. */
export function proofSections(proof: Proof, t: ProofWords): Content[] {
  const sections: readonly (readonly [string, Section])[] = [
    ["section.facts", factsSection],
    ["section.texts", textsSection],
    ["section.reachability", reachabilitySection],
    ["section.objections", objectionsSection],
    ["section.result", resultSection],
    ["section.timeline", timelineSection],
    ["section.template", templateSection],
    ["section.trail", trailSection],
    ["section.verify", verifySection],
  ];
  return sections.flatMap(([title, section]) => [heading(t(title)), ...section(proof, t)]);
}

/** The text that counts: the last one that was before readers. */
function lastText(proof: Proof): ProofText {
  const text = proof.texts.at(-1);
  if (!text) throw new Error("a list that was never before readers has no proof");
  return text;
}

function factsSection(proof: Proof, t: ProofWords): Content[] {
  const { list, template } = proof;
  const text = lastText(proof);
  return [
    facts([
      [t("fact.branch"), proof.branchName],
      [t("fact.type"), template.name],
      [t("fact.state"), t(`state.${list.state}`)],
      [t("fact.address"), proof.address],
      [t("fact.period"), t("period", { from: momentText(text.startsAt), day: dayInWords(text.lastDay) })],
      [t("fact.minimum"), t("minimum", { days: template.workingDaysMin }) + (list.provisional ? t("provisional") : "")],
      [t("fact.people"), t("people", { count: text.signed.entries.length })],
      [t("fact.prepared"), text.preparedName],
      [t("fact.signed"), t("signedAt", { name: text.signedByName, at: momentText(text.signedAt) })],
      [t("fact.fingerprint"), text.hash],
    ]),
    ...(proof.texts.length > 1 ? [note(t("corrected", { count: proof.texts.length - 1 }))] : []),
  ];
}

function textsSection(proof: Proof, t: ProofWords): Content[] {
  return proof.texts.flatMap((text) => textSection(proof, text, t));
}

function textSection(proof: Proof, text: ProofText, t: ProofWords): Content[] {
  const { columns, entries } = text.signed;
  const several = proof.texts.length > 1;
  const until = text === lastText(proof) ? t("until", { day: dayInWords(text.lastDay) }) : momentText(text.endsAt);
  return [
    ...(several ? [subheading(t("textNumber", { number: text.number }))] : []),
    facts([
      [t("fact.shown"), t("span", { from: momentText(text.startsAt), until })],
      [t("fact.signed"), t("signedAt", { name: text.signedByName, at: momentText(text.signedAt) })],
      ...(text.reason === "" ? [] : [[t("fact.reason"), text.reason] as const]),
      [t("fact.fingerprint"), text.hash],
      [t("fact.check"), t(text.hashHolds ? "hashHolds" : "hashBroken")],
    ]),
    { text: text.shown.title, alignment: "center", bold: true, fontSize: 12, margin: [0, 10, 0, 4] },
    paragraph(`　　${text.shown.notice}`),
    grid(
      [t("number"), ...columns.map(({ label }) => label)],
      entries.map((entry, index) => [String(index + 1), ...columns.map(({ key }) => entry[key] ?? "")]),
      [36, ...columns.map(() => "*" as const)],
    ),
    paragraph(t("howToObject", { words: text.shown.howToObject })),
  ];
}

/** All of them stand in the data; on paper a long list of stretches is no help. */
const spansMax = 60;

function reachabilitySection(proof: Proof, t: ProofWords): Content[] {
  return [
    note(t("reach.how")),
    ...proof.texts.flatMap(({ number, reachability: found }) => {
      const at = (instant: Date | null) => (instant ? momentText(instant) : t("none"));
      return [
        ...(proof.texts.length > 1 ? [subheading(t("textNumber", { number }))] : []),
        facts([
          [t("reach.minutes"), t("minutes", { count: found.minutes })],
          [t("reach.reached"), t("minutes", { count: found.reached })],
          [t("reach.lost"), t("minutes", { count: found.lost })],
          [t("reach.unknown"), t("minutes", { count: found.unknown })],
          [t("reach.first"), at(found.firstReached)],
          [t("reach.last"), at(found.lastReached)],
        ]),
        ...spansTable(t("reach.lostSpans"), found.lostSpans, t),
        ...spansTable(t("reach.unknownSpans"), found.unknownSpans, t),
      ];
    }),
  ];
}

function spansTable(title: string, spans: readonly MinuteSpan[], t: ProofWords): Content[] {
  if (spans.length === 0) return [];
  const rows = spans
    .slice(0, spansMax)
    .map(({ from, until, minutes }) => [minuteText(from), minuteText(until), String(minutes)]);
  return [
    caption(title),
    grid([t("reach.from"), t("reach.until"), t("reach.length")], rows, ["*", "*", 70]),
    ...(spans.length > spansMax ? [note(t("reach.more", { count: spans.length - spansMax }))] : []),
  ];
}

function objectionsSection({ objections }: Proof, t: ProofWords): Content[] {
  const named = objections.filter((each) => each.named).length;
  const open = objections.filter(({ state }) => isOpenObjection(state)).length;
  const counts = { count: objections.length, named, anonymous: objections.length - named, open };
  if (objections.length === 0) return [paragraph(t("objection.none"))];
  const rows = objections.map((each, index) => [
    String(index + 1),
    t(each.named ? "objection.named" : "objection.anonymous"),
    minuteText(each.receivedAt),
    each.steps.map(({ action, at }) => `${minuteText(at)} ${t(`objection.action.${action}`)}`).join("\n") || "—",
    t(`objection.state.${each.state}`),
  ]);
  const headings = ["number", "objection.by", "objection.received", "objection.steps", "objection.outcome"];
  return [
    paragraph(t("objection.counts", counts)),
    note(t("objection.nameless")),
    grid(
      headings.map((key) => t(key)),
      rows,
      [36, 44, 92, "*", 76],
    ),
  ];
}

function resultSection({ list, statement }: Proof, t: ProofWords): Content[] {
  if (statement)
    return [
      paragraph(statement.text),
      note(t("result.stated", { name: statement.byName, at: momentText(statement.at) })),
    ];
  if (list.withdrawnAt)
    return [paragraph(t("result.withdrawn", { at: momentText(list.withdrawnAt), reason: list.withdrawReason }))];
  if (list.endedAt) return [paragraph(t("result.ended", { at: momentText(list.endedAt) }))];
  return [paragraph(t("result.running"))];
}

function timelineSection({ timeline }: Proof, t: ProofWords): Content[] {
  const rows = timeline.map(({ at, action, actorName, opinion, end }) => [
    instantText(at),
    t(`action.${action}`),
    // The trail names whoever signed; nobody did anything at that hour.
    action === "end" ? t("timeline.clock") : actorName,
    end === null
      ? opinion
      : t(end.before === end.after ? "timeline.sameEnd" : "timeline.newEnd", { before: end.before, after: end.after }),
  ]);
  return [
    grid([t("timeline.at"), t("timeline.what"), t("timeline.who"), t("timeline.why")], rows, [104, 90, 100, "*"]),
  ];
}

function templateSection({ template }: Proof, t: ProofWords): Content[] {
  const { assessment } = template;
  const version = { number: template.number, name: template.savedByName, at: momentText(template.savedAt) };
  return [
    facts([
      [t("template.version"), t(template.savedByName === "" ? "template.builtIn" : "template.versionOf", version)],
      [t("template.basis"), template.legalBasis],
      [t("template.scope"), t(`template.scopes.${template.scope}`)],
      [t("template.purpose"), assessment.purpose],
      [t("template.necessity"), assessment.necessity],
      [t("template.risks"), assessment.risks],
      [t("template.measures"), assessment.measures],
      [
        t("template.assessed"),
        t("template.assessedBy", { name: assessment.assessedBy, day: dayInWords(assessment.assessedOn) }),
      ],
    ]),
  ];
}

function trailSection({ trail }: Proof, t: ProofWords): Content[] {
  const rows = trail.map(({ seq, at, action, actorName, hash, prevHash }) => [
    String(seq),
    instantText(at),
    `${t.has(`record.${action}`) ? t(`record.${action}`) : action}\n${actorName}`,
    `${groupedHash(prevHash)}\n→ ${groupedHash(hash)}`,
  ]);
  const headings = [t("trail.seq"), t("timeline.at"), t("trail.record"), t("trail.hash")];
  return [note(t("trail.how")), grid(headings, rows, [30, 92, 92, "*"])];
}

function verifySection(_proof: Proof, t: ProofWords): Content[] {
  return ["verify.text", "verify.page", "verify.trail"].map((key) => paragraph(t(key)));
}
