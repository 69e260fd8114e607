import { useTranslations } from "next-intl";
import type { ListedPublicity, PublicityIndex } from "@zhibu/core/publicity/published/shown-publicity";
import { receiptPath } from "../addresses.ts";
import { Breadcrumb } from "../breadcrumb.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { SectionBlock } from "../section-block.tsx";
import { SiteFrame } from "../site-frame.tsx";
import { PublicityRows } from "./publicity-rows.tsx";

/** Everything a branch publicises now and publicised before. */
export function PublicityIndexPage({ index: { site, lists } }: { index: PublicityIndex }) {
  const t = useTranslations("reader.publicity");
  const isRunning = ({ state }: ListedPublicity) => state === "running";
  const [running, over] = [lists.filter(isRunning), lists.filter((list) => !isRunning(list))];
  return (
    <SiteFrame site={site} current={null}>
      <Breadcrumb trail={[]} />
      <h1 className="publicity-heading">{t("index")}</h1>
      <SectionBlock title={t("running")}>
        {running.length > 0 ? (
          <PublicityRows items={running} />
        ) : (
          <EmptyNote title={t("noneRunning")} next={t("noneRunningNext")} />
        )}
      </SectionBlock>
      {over.length > 0 && (
        <SectionBlock title={t("over")}>
          <PublicityRows items={over} />
        </SectionBlock>
      )}
      <p className="publicity-follow">
        <a href={receiptPath()}>{t("receipt")}</a>
      </p>
    </SiteFrame>
  );
}
