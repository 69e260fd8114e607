import { readFoundingDocument } from "../baseline/implementation-opinions.ts";
import { addDays, addHours, atShanghai, shanghaiDate } from "../engine/shanghai-time.ts";
import type { DemoArticle } from "./demo-article.ts";

/**
 * The founding document as the Party affairs office's own branch shows it: pinned in 文件汇编, published two days ago,
 * so that the portal has it among its newest. Its date of 2013 stays in its text; the date of publication is honest.
 */
export function foundingArticle(now: Date): DemoArticle {
  const { title, blocks } = readFoundingDocument();
  const { year, month, day } = shanghaiDate(addDays(now, -2));
  const publishedAt = atShanghai(year, month, day, 10, 20);
  return {
    column: "education.documents",
    title,
    source: "党务办公室",
    author: "党务办公室",
    eventAt: atShanghai(2013, 5, 28, 9),
    versions: { final: blocks },
    illustration: null,
    attachment: "rubric",
    pinned: true,
    views: 386,
    story: [
      { verb: "write", by: "webmaster", at: addHours(publishedAt, -1.2), version: "final" },
      { verb: "submit", by: "webmaster", at: addHours(publishedAt, -0.9) },
      { verb: "approve", by: "secretary", at: addHours(publishedAt, -0.2), text: "同意发布，请各支部组织学习。" },
      { verb: "publish", by: "webmaster", at: publishedAt },
    ],
  };
}
