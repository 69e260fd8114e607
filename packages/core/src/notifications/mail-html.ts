import { escapeHtml } from "@zhibu/domain/articles/document/escape-html";

const address = /https?:\/\/[^\s<>"']+/gu;

function linked(line: string): string {
  let html = "";
  let from = 0;
  for (const { 0: url, index } of line.matchAll(address)) {
    html += `${escapeHtml(line.slice(from, index))}<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    from = index + url.length;
  }
  return html + escapeHtml(line.slice(from));
}

/** The same words for readers of HTML: paragraphs where a line is empty, links where an address stands, nothing else. */
export function mailHtml(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${paragraph.split("\n").map(linked).join("<br>\n")}</p>`);
  return `<!doctype html>\n<html lang="zh-CN"><meta charset="utf-8"><body style="font:16px/1.7 sans-serif">\n${paragraphs.join("\n")}\n</body></html>\n`;
}
