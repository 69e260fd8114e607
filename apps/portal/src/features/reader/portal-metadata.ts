import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReaderCollege } from "@zhibu/core/tenancy/reader-site";
import { portalOrigin } from "./addresses.ts";
import { pageStatus } from "./page-status.ts";

/** Title, canonical address and feed of a portal page; without a name it is the home page. */
export async function portalMetadata(college: ReaderCollege, path: string, name?: string): Promise<Metadata> {
  const t = await getTranslations("reader");
  const site = t("portalName", { college: college.name });
  const title = name ? t("titled", { title: name, site }) : site;
  const description = t("portal.description", { college: college.name });
  const url = portalOrigin() + path;
  return {
    title,
    description,
    alternates: { canonical: url, types: { "application/rss+xml": `${portalOrigin()}/feed.xml` } },
    openGraph: { type: "website", url, title, description, siteName: site, locale: "zh_CN" },
  };
}

export async function portalMissingMetadata(college: ReaderCollege): Promise<Metadata> {
  const t = await getTranslations("reader");
  const site = t("portalName", { college: college.name });
  return { title: t("titled", { title: t("missing.title"), site }), ...pageStatus(404) };
}
