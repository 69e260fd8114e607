import { useTranslations } from "next-intl";
import type { PublicityStub } from "@zhibu/core/publicity/published/find-publicity";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { publicityIndexPath, receiptPath } from "../addresses.ts";
import { NoticeLinks, NoticePage } from "../notice-page.tsx";
import { SiteFrame } from "../site-frame.tsx";

/** What stays of a list: its period and its outcome, no name. */
export function PublicityStubPage({ site, stub }: { site: ReaderSite; stub: PublicityStub }) {
  const t = useTranslations("reader.publicity");
  const { startsAt, lastDay, objections } = stub;
  const period =
    startsAt && lastDay ? t("period", { from: dayInWords(shanghaiDay(startsAt)), until: dayInWords(lastDay) }) : "";
  return (
    <SiteFrame site={site} current={null}>
      <NoticePage title={stub.title}>
        <p>{stub.state === "withdrawn" ? t("withdrawn", { period }) : t("ended", { period })}</p>
        {stub.statement && (
          <>
            <h2>{t("statement")}</h2>
            <p>{stub.statement}</p>
          </>
        )}
        {!stub.statement && stub.state === "ended" && (
          <p>
            {objections.received === 0
              ? t("noObjections")
              : t("objections", { received: objections.received, open: objections.open })}
          </p>
        )}
        {stub.minutesLost > 0 && <p>{t("minutesLost", { minutes: stub.minutesLost })}</p>}
        <NoticeLinks
          links={[
            { href: publicityIndexPath, label: t("index") },
            { href: receiptPath(), label: t("receipt") },
          ]}
        />
      </NoticePage>
    </SiteFrame>
  );
}
