"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { TrailItem } from "@zhibu/core/audit/list-trail";
import { consoleHref } from "./console-href.ts";
import { describeChanges, type ChangeLine } from "./describe-changes.ts";
import { useAuditWords } from "./use-audit-words.ts";

/** Where a record leads, as far as the person may go. */
export type RowLinks = {
  /** Whether the branches' consoles and the office's pages open for them. */
  oversee: boolean;
  /** Origin of the college portal; branches' sites are its subdomains. */
  rootOrigin: string;
  onSubject: (id: string) => void;
  onPerson: (id: string) => void;
};

/** What changed, in words; below, what identifies the record itself. */
export function RowDetails({ item, links }: { item: TrailItem; links: RowLinks }) {
  const t = useTranslations("office-audit.details");
  const words = useAuditWords();
  const lines = describeChanges(words, item);
  return (
    <div className="border-t border-line bg-ground px-4 py-3 md:px-5 md:pl-[calc(1.25rem+4.5rem+1rem)]">
      <h3 className="sr-only">{t("changes")}</h3>
      {lines.length === 0 ? <p className="text-ink-soft">{t("noChanges")}</p> : <Changes lines={lines} />}
      <Actions item={item} links={links} />
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-[13px] break-all text-ink-soft">
        <Fact label={t("seq")} value={String(item.seq)} />
        <Fact label={t("action")} value={item.action} />
        <Fact label={t("subjectId")} value={item.subjectId} />
        <Fact label={t("hash")} value={item.hash} />
      </dl>
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="shrink-0">{label}</dt>
      <dd className="font-mono text-xs leading-6">{value}</dd>
    </div>
  );
}

function Changes({ lines }: { lines: readonly ChangeLine[] }) {
  const t = useTranslations("office-audit.details");
  return (
    <dl className="grid gap-x-4 gap-y-1 md:grid-cols-[7rem_minmax(0,1fr)]">
      {lines.map(({ label, before, after }, index) => (
        <div key={`${label}${index}`} className="contents">
          <dt className="text-ink-soft max-md:mt-1">{label}</dt>
          <dd className="min-w-0 break-words">
            {before !== null && (
              <>
                <del className="text-ink-soft">{before}</del>
                <span aria-hidden> → </span>
                <span className="sr-only">{t("arrow")}</span>
              </>
            )}
            <span>{after}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ item, links }: { item: TrailItem; links: RowLinks }) {
  const t = useTranslations("office-audit.details");
  const common = useTranslations("common");
  const { actorId, branchSlug, subject, subjectId } = item;
  const inConsole = links.oversee ? consoleHref(item) : null;
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
      <Button type="link" className="h-auto! p-0!" onClick={() => links.onSubject(subjectId)}>
        {t("onlySubject")}
      </Button>
      {actorId !== null && (
        <Button type="link" className="h-auto! p-0!" onClick={() => links.onPerson(actorId)}>
          {t("onlyPerson")}
        </Button>
      )}
      {inConsole !== null && (
        <Link href={inConsole} className="text-brand hover:text-brand-strong">
          {t("consolePage")}
        </Link>
      )}
      {subject?.live === true && subject.no !== null && branchSlug !== null && (
        <a
          href={`${links.rootOrigin.replace("://", `://${branchSlug}.`)}/a/${subject.no}`}
          target="_blank"
          rel="noreferrer"
          className="text-brand hover:text-brand-strong"
        >
          {t("readersPage")}
          <span className="sr-only">{common("opensInNewTab")}</span>
        </a>
      )}
    </p>
  );
}
