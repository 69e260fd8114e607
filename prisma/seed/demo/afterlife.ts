import { p } from "@zhibu/domain/articles/document/build-body";
import type { Random } from "../engine/random.ts";
import { addDays, addHours } from "../engine/shanghai-time.ts";
import type { DemoArticle } from "./demo-article.ts";
import { withdrawReasons } from "./story.ts";

const additions = [
  "（补充）活动结束后，大家对后续安排提出了不少建议，有关意见已整理归类，将逐项落实。",
  "（补充）经进一步核实，参加人数和物资数量以本文最新表述为准。",
  "（补充）相关学习资料已上传至党员教育栏目，欢迎党员同志查阅。",
  "（补充）应读者要求，现增加活动中形成的三点倡议，供大家参考。",
];

/** A column is not emptied by what is taken down. */
const keptInColumn = 3;

function isPublished(article: DemoArticle): boolean {
  return article.column.startsWith("news.") && article.story.at(-1)?.verb === "publish";
}

function publishedAt(article: DemoArticle): Date {
  return article.story.at(-1)?.at ?? new Date(0);
}

function withdrawn(article: DemoArticle, random: Random): DemoArticle {
  const at = addHours(publishedAt(article), random.int(8, 96));
  return {
    ...article,
    story: [...article.story, { verb: "withdraw", by: "secretary", at, text: random.pick(withdrawReasons) }],
  };
}

/** A live article somebody is changing: readers still see the old text. */
function beingChanged(article: DemoArticle, now: Date, random: Random): DemoArticle {
  const { final } = article.versions;
  return {
    ...article,
    versions: { ...article.versions, changed: [...final, p(random.pick(additions))] },
    story: [
      ...article.story,
      { verb: "write", by: "webmaster", at: addHours(now, -random.int(3, 30)), version: "changed" },
    ],
  };
}

/** What happens to published news later: one is taken down, one is being changed, one stands pinned. */
export function withAfterlife(articles: readonly DemoArticle[], now: Date, random: Random): DemoArticle[] {
  const news = articles.filter(isPublished);
  const inColumn = Map.groupBy(news, ({ column }) => column);
  const old = news.filter(
    (article) => publishedAt(article) < addDays(now, -45) && (inColumn.get(article.column)?.length ?? 0) > keptInColumn,
  );
  const recent = news.filter(
    (article) => publishedAt(article) > addDays(now, -40) && publishedAt(article) < addHours(now, -40),
  );
  const gone = new Set(random.shuffle(old).slice(0, random.int(1, 2)));
  const [changing, pinned] = random.shuffle(recent);
  return articles.map((article) => {
    if (gone.has(article)) return withdrawn(article, random);
    if (article === changing) return beingChanged(article, now, random);
    return article === pinned ? { ...article, pinned: true } : article;
  });
}
