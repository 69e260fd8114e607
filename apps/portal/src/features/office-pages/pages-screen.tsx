"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useBaselineMutation } from "../office-facts/use-baseline-mutation.ts";
import type { PageItem, PageList } from "./page-data.ts";
import { PageRow } from "./page-row.tsx";

const PageForm = dynamic(() => import("./page-form.tsx").then((file) => file.PageForm), { ssr: false });

/** 院级页面: what every branch shows of the college, written once on the office's site. */
export function PagesScreen() {
  const t = useTranslations();
  const pages = useQuery(useTRPC().office.pages.list.queryOptions());
  const [edited, setEdited] = useState<PageItem | "new" | null>(null);
  const close = () => setEdited(null);
  return (
    <>
      <PageHeader
        title={t("office-pages.title")}
        description={t("office-pages.lead")}
        actions={
          pages.data?.can.add === true && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited("new")}>
              {t("office-pages.add")}
            </Button>
          )
        }
      />
      {pages.isPending && (
        <Panel flush>
          <LoadingState label={t("common.loading")} rows={4} />
        </Panel>
      )}
      {pages.isError && (
        <Panel>
          <QueryError error={pages.error} onRetry={() => void pages.refetch()} />
        </Panel>
      )}
      {pages.data && <Pages pages={pages.data} onEdit={setEdited} />}
      <Modal
        open={edited !== null}
        onCancel={close}
        title={edited === "new" ? t("office-pages.add") : t("office-pages.edit")}
        footer={null}
        destroyOnHidden
      >
        {edited !== null && pages.data && (
          <PageForm page={edited === "new" ? null : edited} site={pages.data.site} onDone={close} />
        )}
      </Modal>
    </>
  );
}

function Pages({ pages, onEdit }: { pages: PageList; onEdit: (page: PageItem) => void }) {
  const t = useTranslations("office-pages");
  const { office } = useTRPC();
  const order = useMutation(office.pages.order.mutationOptions(useBaselineMutation({ says: t("ordered") })));
  const { items, site } = pages;
  if (site === null) return <Notice tone="waiting">{t("noSite")}</Notice>;
  function move(index: number, by: -1 | 1): void {
    const ids = items.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved !== undefined) ids.splice(index + by, 0, moved);
    order.mutate({ pageIds: ids });
  }
  if (items.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={t("empty")}
          hint={t("emptyHint", { site: site.name })}
          action={<Link href={`/${site.slug}/articles`}>{t("toSite", { site: site.name })}</Link>}
        />
      </Panel>
    );
  }
  return (
    <Panel flush>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((page, index) => (
          <PageRow
            key={page.id}
            page={page}
            siteSlug={site.slug}
            canManage={pages.can.manage}
            onEdit={() => onEdit(page)}
            onUp={index === 0 ? null : () => move(index, -1)}
            onDown={index === items.length - 1 ? null : () => move(index, 1)}
          />
        ))}
      </ul>
    </Panel>
  );
}
