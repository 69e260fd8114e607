import { useTranslations } from "next-intl";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { inMegabytes } from "@zhibu/domain/media/media-limits";
import { objectionFileBytesMax } from "@zhibu/domain/publicity/objection-inputs";
import { publicityPath } from "../addresses.ts";
import { NoticeLinks, NoticePage } from "../notice-page.tsx";
import { SiteFrame } from "../site-frame.tsx";

/** Why an objection was not taken, as the door names it. */
export const refusals = [
  "incomplete",
  "tooMany",
  "notRunning",
  "fileTooLarge",
  "fileRefused",
  "fileInfected",
  "unavailable",
] as const;
export type Refusal = (typeof refusals)[number];

/** An objection that was not taken: why, and how not to lose what was written. */
export function RefusedPage({ site, no, refusal }: { site: ReaderSite; no: number; refusal: Refusal }) {
  const t = useTranslations("reader.objection");
  return (
    <SiteFrame site={site} current={null}>
      <NoticePage title={t("refusedTitle")}>
        <p>{t(`refused.${refusal}`, { megabytes: inMegabytes(objectionFileBytesMax) })}</p>
        <p>{t("back")}</p>
        <NoticeLinks links={[{ href: publicityPath(no), label: t("toList") }]} />
      </NoticePage>
    </SiteFrame>
  );
}
