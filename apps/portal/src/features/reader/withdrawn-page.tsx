import { useTranslations } from "next-intl";
import type { PublishedAnswer } from "@zhibu/core/articles/published/get-published";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { columnTrail } from "./column-trail.ts";
import { NoticeLinks, NoticePage } from "./notice-page.tsx";
import { SiteFrame } from "./site-frame.tsx";

type WithdrawnAnswer = Extract<PublishedAnswer, { kind: "withdrawn" }>;

/** The stub at a withdrawn article's address: when it was taken down and whom to ask, not a word of what it said. */
export function WithdrawnPage({ answer: { site, place, withdrawnAt, recalled } }: { answer: WithdrawnAnswer }) {
  const t = useTranslations("reader");
  const contact = [site.branch.phone, site.branch.email].filter(Boolean).join("，");
  return (
    <SiteFrame site={site} current={place?.section.id ?? null}>
      <NoticePage title={t("withdrawn.title")}>
        <p>
          {withdrawnAt
            ? t(recalled ? "withdrawn.recalled" : "withdrawn.on", { date: shanghaiDay(withdrawnAt) })
            : t("withdrawn.undated")}
        </p>
        <p>{t("withdrawn.next")}</p>
        <NoticeLinks links={[...(place ? columnTrail(place) : []), { href: "/", label: t("home") }]} />
        {contact && <p className="notice-contact">{t("withdrawn.contact", { contact })}</p>}
      </NoticePage>
    </SiteFrame>
  );
}
