import type { PublishedAnswer } from "@zhibu/core/articles/published/get-published";
import { siteOrigin } from "./addresses.ts";
import { ArticleBody } from "./article-body.tsx";
import { ArticleMeta } from "./article-meta.tsx";
import { ArticleTools } from "./article-tools.tsx";
import { Attachments } from "./attachments.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { columnTrail } from "./column-trail.ts";
import { Introduction } from "./introduction.tsx";
import { Neighbours } from "./neighbours.tsx";
import { SiteFrame } from "./site-frame.tsx";

type ArticleAnswer = Extract<PublishedAnswer, { kind: "article" }>;

/** A published article, whole. */
export function ArticlePage({ answer }: { answer: ArticleAnswer }) {
  const { site, place, article, facts, pictures, attachments, newer, older } = answer;
  return (
    <SiteFrame site={site} current={place.section.id}>
      <Breadcrumb trail={columnTrail(place)} />
      <article className="article">
        <header>
          <h1>{article.title}</h1>
          {article.subtitle && <p className="subtitle">{article.subtitle}</p>}
          <ArticleMeta article={article} />
        </header>
        <ArticleTools />
        <Introduction branch={site.branch.name} text={article.introduction} />
        <ArticleBody
          body={article.body}
          pictures={pictures}
          facts={facts}
          linkBase={article.follows ? siteOrigin(article.follows) : ""}
        />
        <Attachments files={attachments} />
      </article>
      <Neighbours newer={newer} older={older} />
    </SiteFrame>
  );
}
