import { useTranslations } from "next-intl";
import type { CollegePage } from "@zhibu/core/articles/published/college-page";
import { mediaPath } from "@zhibu/domain/media/media-file";
import { portalFilePath, portalPicturePath } from "./addresses.ts";
import { ArticleBody } from "./article-body.tsx";
import { ArticleTools } from "./article-tools.tsx";
import { Attachments } from "./attachments.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { ReaderDay } from "./reader-time.tsx";

type CollegePageProps = { page: CollegePage; collegeName: string; onPortal?: boolean };

/** A page of the college within the frame of whichever site shows it; its files are asked for on that site's own host. */
export function CollegePageArticle({ page, collegeName, onPortal = false }: CollegePageProps) {
  const t = useTranslations("reader");
  const { siteSlug } = page;
  return (
    <>
      <Breadcrumb trail={[]} />
      <article className="article">
        <header>
          <h1>{page.title}</h1>
          {page.subtitle && <p className="subtitle">{page.subtitle}</p>}
          <ul className="meta">
            <li>{t("collegePage.by", { college: collegeName })}</li>
            <li>
              {t("collegePage.revised")}：<ReaderDay at={page.revisedAt} />
            </li>
          </ul>
        </header>
        <ArticleTools />
        <ArticleBody
          body={page.body}
          pictures={page.pictures}
          facts={page.facts}
          {...(onPortal && { pictureUrl: (id: string, width: number) => portalPicturePath(siteSlug, id, width) })}
        />
        <Attachments
          files={page.attachments}
          fileUrl={(id) => (onPortal ? portalFilePath(siteSlug, id) : mediaPath(id, "original"))}
        />
      </article>
    </>
  );
}
