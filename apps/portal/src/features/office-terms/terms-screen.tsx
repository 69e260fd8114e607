"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { TermItem } from "./term-data.ts";
import { TermFilter } from "./term-filter.tsx";
import { TermRow } from "./term-row.tsx";

const TermForm = dynamic(() => import("./term-form.tsx").then((file) => file.TermForm), { ssr: false });

type Filter = { search: string; retired: boolean };

function useTerms(filter: Filter) {
  const { office } = useTRPC();
  return useInfiniteQuery(
    office.terms.list.infiniteQueryOptions(filter, { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined }),
  );
}

/** 规范用语: how the college writes its fixed expressions, and the wrong ways the checks know. */
export function TermsScreen() {
  const t = useTranslations();
  const [filter, setFilter] = useState({ search: "", retired: false });
  const [edited, setEdited] = useState<TermItem | "new" | null>(null);
  const terms = useTerms(filter);
  const canManage = terms.data?.pages[0]?.can.manage ?? false;
  const close = () => setEdited(null);
  return (
    <>
      <PageHeader
        title={t("office-terms.title")}
        description={t("office-terms.lead")}
        actions={
          canManage && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited("new")}>
              {t("office-terms.add")}
            </Button>
          )
        }
      />
      <TermFilter filter={filter} onChange={setFilter} />
      <TermList filter={filter} terms={terms} onEdit={canManage ? setEdited : null} />
      <Modal
        open={edited !== null}
        onCancel={close}
        title={edited === "new" ? t("office-terms.add") : t("office-terms.edit")}
        footer={null}
        destroyOnHidden
      >
        {edited !== null && <TermForm term={edited === "new" ? null : edited} onDone={close} />}
      </Modal>
    </>
  );
}

type TermListProps = {
  filter: Filter;
  terms: ReturnType<typeof useTerms>;
  onEdit: ((term: TermItem) => void) | null;
};

function TermList({ filter, terms, onEdit }: TermListProps) {
  const t = useTranslations();
  const items = terms.data?.pages.flatMap((page) => page.items) ?? [];
  const isUnfiltered = filter.search === "" && !filter.retired;
  return (
    <Panel flush>
      {terms.isPending && <LoadingState label={t("common.loading")} rows={6} />}
      {terms.isError && (
        <div className="px-4 pb-4 md:px-5">
          <QueryError error={terms.error} onRetry={() => void terms.refetch()} />
        </div>
      )}
      {terms.data && items.length === 0 && (
        <EmptyState
          title={t(isUnfiltered ? "office-terms.empty" : "office-terms.noMatch")}
          {...(isUnfiltered && { hint: t("office-terms.emptyHint") })}
        />
      )}
      <ul className="-mt-3 divide-y divide-line">
        {items.map((term) => (
          <TermRow key={term.id} term={term} isRetired={filter.retired} onEdit={onEdit && (() => onEdit(term))} />
        ))}
      </ul>
      {terms.hasNextPage && (
        <div className="border-t border-line px-4 py-3 text-center">
          <Button onClick={() => void terms.fetchNextPage()} loading={terms.isFetchingNextPage}>
            {t("office-facts.scan.more")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
