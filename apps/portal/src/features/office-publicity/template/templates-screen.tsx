"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { EmptyState } from "@zhibu/ui/empty-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../../components/button-link.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { dayText } from "../../articles/format-time.ts";
import type { TemplateItem } from "../office-publicity-data.ts";
import { PublicityTabs } from "../publicity-tabs.tsx";
import { QueryPanel } from "../query-panel.tsx";

/** 公示类型: what lists of a type may show, how long and in which words. */
export function TemplatesScreen() {
  const t = useTranslations("office-publicity");
  const templates = useQuery(useTRPC().office.publicity.templates.queryOptions());
  return (
    <>
      <PageHeader
        title={t("tabs.templates")}
        description={t("templates.lead")}
        actions={
          <ButtonLink type="primary" href="/office/publicity/templates/new" icon={<PlusOutlined aria-hidden />}>
            {t("templates.add")}
          </ButtonLink>
        }
      />
      <PublicityTabs />
      <QueryPanel query={templates}>
        {(items) => (
          <>
            <Panel flush title={t("templates.inUse", { count: items.filter(isUsed).length })}>
              <TemplateList items={items.filter(isUsed)} />
            </Panel>
            {items.some((item) => !isUsed(item)) && (
              <Panel flush title={t("templates.archived")} description={t("templates.archivedHint")}>
                <TemplateList items={items.filter((item) => !isUsed(item))} />
              </Panel>
            )}
          </>
        )}
      </QueryPanel>
    </>
  );
}

function isUsed({ archivedAt }: TemplateItem): boolean {
  return archivedAt === null;
}

function TemplateList({ items }: { items: readonly TemplateItem[] }) {
  const t = useTranslations("office-publicity.templates");
  if (items.length === 0) return <EmptyState title={t("empty")} hint={t("emptyHint")} />;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {items.map((item) => (
        <TemplateRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function TemplateRow({ item }: { item: TemplateItem }) {
  const t = useTranslations("office-publicity.templates");
  const { id, definition, number, createdByName, createdAt, lists } = item;
  return (
    <li>
      <Link
        href={`/office/publicity/templates/${id}`}
        className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2! hover:bg-neutral-soft md:px-5"
      >
        <span className="min-w-0 flex-1 basis-64">
          <span className="block text-[15px] font-medium break-words">{definition.name}</span>
          <span className="block text-[13px] text-ink-soft">
            {t("columns", { columns: definition.columns.map(({ label }) => label).join("、") })}
          </span>
        </span>
        <span className="text-[13px] text-ink-soft md:w-32">{t("days", { days: definition.workingDaysMin })}</span>
        <span className="text-[13px] text-ink-soft md:w-24">{t("lists", { count: lists })}</span>
        <span className="text-[13px] text-ink-soft md:w-72 md:text-right">
          {t("version", { number })}
          {" · "}
          {createdByName === "" ? t("supplied") : t("savedBy", { person: createdByName, day: dayText(createdAt) })}
        </span>
      </Link>
    </li>
  );
}
