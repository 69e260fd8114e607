import { strToU8, zipSync } from "fflate";
import { canonicalJson } from "../../audit/audit-hash.ts";
import { writeCsv } from "../../kernel/stream-table.ts";
import { proofPage } from "./proof-page.ts";
import { instantText, minuteText, type ProofWords } from "./proof-words.ts";
import type { Proof } from "./proof.ts";

/** The pack as a ZIP: the document, the pages readers saw, and everything in it as data. */
export function proofZip(proof: Proof, t: ProofWords, pdf: Uint8Array): Uint8Array {
  const { probes: _probes, ...data } = proof;
  const files: Record<string, Uint8Array> = {
    [`${t("zip.readme")}.txt`]: strToU8(
      ["verify.text", "verify.page", "verify.trail"].map((key) => t(key)).join("\r\n\r\n"),
    ),
    [`${t("title")}.pdf`]: pdf,
    [`${t("zip.data")}.json`]: strToU8(JSON.stringify(data, null, 2)),
    [`${t("zip.probes")}.csv`]: probesCsv(proof, t),
    [`${t("zip.objections")}.csv`]: objectionsCsv(proof, t),
    [`${t("zip.trail")}.csv`]: trailCsv(proof, t),
  };
  for (const text of proof.texts) {
    const name = (key: string) => t(key, { number: text.number });
    // These very bytes give the fingerprint under `sha256sum`.
    files[`${name("zip.signed")}.json`] = strToU8(canonicalJson(text.signed));
    files[`${name("zip.page")}.html`] = strToU8(proofPage(proof, text, t));
    files[`${name("zip.list")}.csv`] = writeCsv(
      [t("number"), ...text.signed.columns.map(({ label }) => label)],
      text.signed.entries.map((entry, index) => [
        String(index + 1),
        ...text.signed.columns.map(({ key }) => entry[key] ?? ""),
      ]),
    );
  }
  return zipSync(files, { mtime: proof.madeAt });
}

function probesCsv({ probes }: Proof, t: ProofWords): Uint8Array {
  return writeCsv(
    [t("zip.minute"), t("zip.reached"), t("zip.status"), t("zip.ms")],
    probes.map(({ at, ok, status, ms }) => [minuteText(at), t(ok ? "yes" : "no"), String(status), String(ms)]),
  );
}

function objectionsCsv({ objections }: Proof, t: ProofWords): Uint8Array {
  return writeCsv(
    [t("number"), t("objection.by"), t("objection.received"), t("objection.steps"), t("objection.outcome")],
    objections.map((each, index) => [
      String(index + 1),
      t(each.named ? "objection.named" : "objection.anonymous"),
      instantText(each.receivedAt),
      each.steps.map(({ action, at }) => `${instantText(at)} ${t(`objection.action.${action}`)}`).join("；"),
      t(`objection.state.${each.state}`),
    ]),
  );
}

function trailCsv({ trail }: Proof, t: ProofWords): Uint8Array {
  return writeCsv(
    [
      t("trail.seq"),
      t("timeline.at"),
      t("trail.record"),
      t("timeline.who"),
      t("trail.changes"),
      t("trail.before"),
      t("trail.own"),
    ],
    trail.map(({ seq, at, action, actorName, changes, prevHash, hash }) => [
      ...[String(seq), instantText(at), action, actorName],
      ...[JSON.stringify(changes), prevHash, hash],
    ]),
  );
}
