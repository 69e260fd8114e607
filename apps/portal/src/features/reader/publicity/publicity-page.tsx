import { useTranslations } from "next-intl";
import type { RunningPublicity } from "@zhibu/core/publicity/published/find-publicity";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { daysLeft } from "@zhibu/domain/publicity/notice-period";
import { publicityIndexPath } from "../addresses.ts";
import { Attachments } from "../attachments.tsx";
import { Breadcrumb } from "../breadcrumb.tsx";
import { shanghaiMinute } from "../reader-time.tsx";
import { SiteFrame } from "../site-frame.tsx";
import { ObjectionForm } from "./objection-form.tsx";

type PublicityPageProps = { site: ReaderSite; publicity: RunningPublicity; now: Date };

/** A running list: on the first screen who it is about, until which day and hour, and how to object. */
export function PublicityPage({ site, publicity, now }: PublicityPageProps) {
  const t = useTranslations("reader.publicity");
  const left = daysLeft(publicity, now);
  return (
    <SiteFrame site={site} current={null}>
      <Breadcrumb trail={[{ href: publicityIndexPath, label: t("index") }]} />
      <article className="article publicity">
        <header>
          <h1>{publicity.title}</h1>
          <p className="publicity-type">{publicity.typeName}</p>
        </header>
        <dl className="publicity-facts">
          <div>
            <dt>{t("until")}</dt>
            <dd>
              <strong>{t("lastHour", { day: dayInWords(publicity.lastDay) })}</strong>
              <span className="publicity-left">{left === 0 ? t("lastDayToday") : t("daysLeft", { days: left })}</span>
            </dd>
          </div>
          <div>
            <dt>{t("since")}</dt>
            <dd>
              <time dateTime={publicity.startsAt.toISOString()}>
                {t("moment", {
                  day: dayInWords(shanghaiDay(publicity.startsAt)),
                  time: shanghaiMinute(publicity.startsAt).slice(-5),
                })}
              </time>
            </dd>
          </div>
          <div>
            <dt>{t("people")}</dt>
            <dd>{t("count", { count: publicity.entries.length })}</dd>
          </div>
        </dl>
        {publicity.provisional && <p className="publicity-provisional">{t("provisional")}</p>}
        <p className="publicity-notice">{publicity.notice}</p>
        <EntriesTable publicity={publicity} />
        <Attachments files={publicity.files.map((file) => ({ ...file, ext: suffixOf(file.name) }))} />
        <section aria-labelledby="object">
          <h2 id="object">{t("howToObject")}</h2>
          <p>{publicity.howToObject}</p>
          <ObjectionForm no={publicity.no} />
        </section>
        <p className="publicity-basis">{t("basis", { basis: publicity.legalBasis })}</p>
        <p className="publicity-basis">
          {t("signed", { branch: site.branch.name })}
          {t("fingerprint")}
          <code>{publicity.hash}</code>
        </p>
        {publicity.minutesLost > 0 && (
          <p className="publicity-basis">{t("minutesLost", { minutes: publicity.minutesLost })}</p>
        )}
      </article>
    </SiteFrame>
  );
}

/** Names of files keep the suffix of what they hold. */
function suffixOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function EntriesTable({ publicity }: { publicity: RunningPublicity }) {
  const t = useTranslations("reader.publicity");
  return (
    <div className="publicity-table">
      <table>
        <caption className="unseen">{publicity.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            {publicity.columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {publicity.entries.map((entry, index) => (
            <tr key={index}>
              <td>{index + 1}</td>
              {publicity.columns.map(({ key }) => (
                <td key={key}>{entry[key] ?? ""}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
