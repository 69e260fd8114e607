import { useTranslations } from "next-intl";
import type { SiteHome } from "@zhibu/core/articles/published/site-home";
import { articlePath, columnPath, picturePath, publicityIndexPath } from "./addresses.ts";
import { ArticleList } from "./article-list.tsx";
import { Carousel } from "./carousel.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { Headlines } from "./headlines.tsx";
import { PublicityRows } from "./publicity/publicity-rows.tsx";
import { SectionBlock } from "./section-block.tsx";
import { SiteFrame } from "./site-frame.tsx";

/** A branch's front page: what it pinned, picture news beside notices, then its modules and features. */
export function SiteHomePage({ home }: { home: SiteHome }) {
  const t = useTranslations("reader.siteHome");
  const { site, pinned, pictures, notices, publicity, sections } = home;
  const news = sections.find(({ section }) => section.module === "news");
  const noticeHref = sections.find(({ section }) => section.module === "organisation")?.section.slug;
  const slides = pictures.map((picture) => ({
    key: String(picture.no),
    href: articlePath(picture.no),
    title: picture.title,
    cover: picture.cover,
    pictureUrl: (width: number) => picturePath(picture.cover.mediaId, width),
  }));
  return (
    <SiteFrame site={site} current="home">
      <h1 className="unseen">{site.branch.name}</h1>
      <Headlines items={pinned} />
      <div className="lead">
        {slides.length > 0 && <Carousel slides={slides} label={t("pictures")} />}
        {slides.length === 0 && news && (
          <SectionBlock title={news.section.name} href={columnPath(news.section.slug)}>
            <Items items={news.items} empty={t("empty")} />
          </SectionBlock>
        )}
        <SectionBlock title={t("notices")} {...(noticeHref ? { href: columnPath(noticeHref) } : {})}>
          {publicity.length > 0 && <PublicityRows items={publicity} />}
          {(notices.length > 0 || publicity.length === 0) && <Items items={notices} empty={t("noNotices")} />}
          <p className="publicity-all">
            <a href={publicityIndexPath}>{t("allPublicity")}</a>
          </p>
        </SectionBlock>
      </div>
      <div className="modules">
        {sections
          .filter((each) => slides.length > 0 || each !== news)
          .map(({ section, items }) => (
            <SectionBlock key={section.id} title={section.name} href={columnPath(section.slug)}>
              <Items items={items} empty={t("empty")} />
            </SectionBlock>
          ))}
        {site.branch.intro && (
          <SectionBlock title={t("about")} className="about">
            <p>{site.branch.intro}</p>
          </SectionBlock>
        )}
      </div>
    </SiteFrame>
  );
}

function Items({ items, empty }: { items: SiteHome["notices"]; empty: string }) {
  return items.length > 0 ? <ArticleList items={items} /> : <EmptyNote title={empty} />;
}
