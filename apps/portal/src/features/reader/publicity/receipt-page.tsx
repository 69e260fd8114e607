import { useTranslations } from "next-intl";
import type { ReceiptAnswer } from "@zhibu/core/publicity/published/shown-publicity";
import { publicityIndexPath, receiptPath } from "../addresses.ts";
import { Breadcrumb } from "../breadcrumb.tsx";
import { ReaderMinute } from "../reader-time.tsx";
import { SiteFrame } from "../site-frame.tsx";

type ReceiptPageProps = {
  answer: ReceiptAnswer;
  /** What was asked for, as it is shown; null where nothing was. */
  receipt: string | null;
};

/** How far an objection is, for whoever holds its receipt number; right after sending, the number itself. */
export function ReceiptPage({ answer: { site, progress }, receipt }: ReceiptPageProps) {
  const t = useTranslations("reader.objection");
  const publicity = useTranslations("reader.publicity");
  return (
    <SiteFrame site={site} current={null}>
      <Breadcrumb trail={[{ href: publicityIndexPath, label: publicity("index") }]} />
      <section className="notice receipt">
        <h1>{t("receiptTitle")}</h1>
        {progress && receipt && (
          <>
            <p>{t("keep")}</p>
            <p className="receipt-number">{receipt}</p>
            <dl>
              <dt>{t("state")}</dt>
              <dd>
                <strong>{t(`states.${progress.state}`)}</strong>
              </dd>
              <dt>{t("receivedAt")}</dt>
              <dd>
                <ReaderMinute at={progress.receivedAt} />
              </dd>
              {progress.decidedAt && (
                <>
                  <dt>{t("decidedAt")}</dt>
                  <dd>
                    <ReaderMinute at={progress.decidedAt} />
                  </dd>
                </>
              )}
            </dl>
            <p>{t(`next.${progress.state}`)}</p>
          </>
        )}
        {!progress && receipt && <p role="alert">{t("unknown")}</p>}
        <form method="get" action={receiptPath()}>
          <label htmlFor="receipt">{t("number")}</label>
          <input id="receipt" name="number" required maxLength={30} autoComplete="off" placeholder="XXXX-XXXX-XXXX" />
          <button type="submit">{t("ask")}</button>
        </form>
      </section>
    </SiteFrame>
  );
}
