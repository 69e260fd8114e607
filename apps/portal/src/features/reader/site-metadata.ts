import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { CollegePage } from "@zhibu/core/articles/published/college-page";
import type { ColumnPage } from "@zhibu/core/articles/published/column-page";
import type { PublishedAnswer } from "@zhibu/core/articles/published/get-published";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { articlePath, collegePagePath, columnPath, picturePath, portalOrigin, siteOrigin } from "./addresses.ts";
import { pageStatus } from "./page-status.ts";

type Described = { site: ReaderSite; path: string; title: string; description: string };

/** Title, canonical address and feed of a page that stands for itself. */
function described({ site, path, title, description }: Described): Metadata {
  const origin = siteOrigin(site.branch);
  const url = origin + path;
  return {
    title,
    description,
    alternates: { canonical: url, types: { "application/rss+xml": `${origin}/feed.xml` } },
    openGraph: { type: "website", url, title, description, siteName: site.branch.name, locale: "zh_CN" },
  };
}

export async function siteHomeMetadata(site: ReaderSite): Promise<Metadata> {
  const t = await getTranslations("reader");
  const { name, intro } = site.branch;
  const title = t("titled", { title: name, site: site.college.name });
  return described({ site, path: "/", title, description: intro || t("siteHome.description", { branch: name }) });
}

export async function columnMetadata({ site, place, page }: ColumnPage): Promise<Metadata> {
  const t = await getTranslations("reader");
  const { name, slug } = place.child ?? place.section;
  const shown = page > 1 ? t("titledPage", { name, page }) : name;
  const title = t("titled", { title: shown, site: site.branch.name });
  const description = t("column.description", { branch: site.branch.name, name });
  return described({ site, path: columnPath(slug, page), title, description });
}

/** A page of the college on a branch's host: one text on many hosts, so its address for search engines is the portal's. */
export async function collegePageMetadata(site: ReaderSite, page: CollegePage): Promise<Metadata> {
  const t = await getTranslations("reader");
  const path = collegePagePath(page.slug);
  const title = t("titled", { title: page.title, site: site.branch.name });
  const metadata = described({ site, path, title, description: page.summary });
  return { ...metadata, alternates: { ...metadata.alternates, canonical: portalOrigin() + path } };
}

/** An article, the stub of a withdrawn one, or nothing: the last two carry their status. */
export async function articleMetadata(answer: PublishedAnswer): Promise<Metadata> {
  if (answer.kind === "missing") return noticeMetadata(answer.site, "missing.title", 404);
  if (answer.kind === "withdrawn") return noticeMetadata(answer.site, "withdrawn.title", 410);
  const t = await getTranslations("reader");
  const { site, article, pictures } = answer;
  const title = t("titled", { title: article.title, site: site.branch.name });
  const page = described({ site, path: articlePath(article.no), title, description: article.summary });
  const cover = pictures.find((picture) => picture.mediaId === article.coverId) ?? pictures[0];
  const width = cover?.widths.findLast((each) => each <= 1200) ?? cover?.widths[0];
  const images = cover && width ? [siteOrigin(site.branch) + picturePath(cover.mediaId, width)] : [];
  // One text on many sites: search engines are led to where it was written.
  const { follows } = article;
  const canonical = follows ? { canonical: siteOrigin(follows) + articlePath(follows.no) } : {};
  return {
    ...page,
    alternates: { ...page.alternates, ...canonical },
    openGraph: {
      ...page.openGraph,
      type: "article",
      title: article.title,
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: article.revisedAt.toISOString(),
      images,
    },
  };
}

/** A page that is no 200 and wants to be in no index. */
export async function noticeMetadata(
  site: ReaderSite,
  title: "missing.title" | "withdrawn.title" | "closed.suspendedTitle" | "closed.archivedTitle" | "closed.movingTitle",
  status: 404 | 410 | 503,
): Promise<Metadata> {
  const t = await getTranslations("reader");
  return { title: t("titled", { title: t(title), site: site.branch.name }), ...pageStatus(status) };
}
