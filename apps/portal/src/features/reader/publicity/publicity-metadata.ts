import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { PublicityAnswer } from "@zhibu/core/publicity/published/shown-publicity";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { nextShanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { publicityIndexPath, publicityPath, receiptPath, siteOrigin } from "../addresses.ts";
import { pageStatus } from "../page-status.ts";

/** What is about people who can be named is for those who come to the site, not for search engines. */
const outOfIndexes: Metadata = { robots: { index: false, follow: false, noarchive: true } };

/** The page's own address; which receipt was asked for is no part of it. */
function ownAddress({ branch }: ReaderSite, path: string): Metadata {
  return { alternates: { canonical: siteOrigin(branch) + path } };
}

/** A list: while it runs, the moments from which the page is out of date (days left) and must be gone (its end). */
export async function publicityMetadata({ site, publicity }: PublicityAnswer, now: Date): Promise<Metadata> {
  const t = await getTranslations("reader");
  if (!publicity) {
    return { title: t("titled", { title: t("missing.title"), site: site.branch.name }), ...pageStatus(404) };
  }
  const title = t("titled", { title: publicity.title, site: site.branch.name });
  const address = ownAddress(site, publicityPath(publicity.no));
  if (publicity.kind === "stub") return { title, ...address, ...outOfIndexes };
  return {
    title,
    ...address,
    ...outOfIndexes,
    other: {
      "x-fresh-until": nextShanghaiDay(now).toISOString(),
      "x-gone-at": publicity.endsAt.toISOString(),
    },
  };
}

/** The other pages of the slice. */
export async function publicityPageMetadata(site: ReaderSite, title: "index" | "receipt"): Promise<Metadata> {
  const t = await getTranslations("reader");
  return {
    title: t("titled", { title: t(`publicity.${title}`), site: site.branch.name }),
    ...ownAddress(site, title === "receipt" ? receiptPath() : publicityIndexPath),
    ...(title === "receipt" ? outOfIndexes : {}),
  };
}
