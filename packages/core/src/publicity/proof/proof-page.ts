import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { momentText, type ProofWords } from "./proof-words.ts";
import type { Proof, ProofText } from "./proof.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function html(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);
}

const style =
  "body{max-width:50rem;margin:2rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.8}h1{text-align:center}" +
  "table{width:100%;border-collapse:collapse}th,td{border:1px solid #999;padding:.4rem .6rem;text-align:left}" +
  "code{overflow-wrap:anywhere}";

/** What readers saw of a text, as a page of its own that loads nothing and runs nothing. */
export function proofPage(proof: Proof, { shown, signed, hash, startsAt, lastDay }: ProofText, t: ProofWords): string {
  const row = (tag: "th" | "td", cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${html(cell)}</${tag}>`).join("")}</tr>`;
  const period = t("period", { from: momentText(startsAt), day: dayInWords(lastDay) });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${html(shown.title)}</title>
<style>${style}</style>
<h1>${html(shown.title)}</h1>
<p>${html(`${proof.branchName} · ${proof.template.name}`)}</p>
<p>${html(`${t("fact.period")}：${period}`)}</p>
<p>${html(shown.notice)}</p>
<table>
<thead>${row("th", [t("number"), ...signed.columns.map(({ label }) => label)])}</thead>
<tbody>
${signed.entries.map((entry, index) => row("td", [String(index + 1), ...signed.columns.map(({ key }) => entry[key] ?? "")])).join("\n")}
</tbody>
</table>
<p>${html(t("howToObject", { words: shown.howToObject }))}</p>
<p>${html(`${t("fact.basis")}：${proof.template.legalBasis}`)}</p>
<p>${html(t("fact.fingerprint"))}：<code>${hash}</code></p>
</html>
`;
}
