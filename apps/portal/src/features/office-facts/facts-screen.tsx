"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
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
import { FactRow } from "./fact-row.tsx";

const AddFactForm = dynamic(() => import("./add-fact-form.tsx").then((file) => file.AddFactForm), { ssr: false });

/** 院级数据: what the college says of itself in figures and names, and how far each change has come. */
export function FactsScreen() {
  const t = useTranslations();
  const facts = useQuery(useTRPC().office.facts.list.queryOptions());
  const [isAdding, setAdding] = useState(false);
  const inUse = facts.data?.items.filter((fact) => !fact.isArchived) ?? [];
  const archived = facts.data?.items.filter((fact) => fact.isArchived) ?? [];
  return (
    <>
      <PageHeader
        title={t("office-facts.title")}
        description={t("office-facts.lead")}
        actions={
          facts.data?.can.manage === true && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
              {t("office-facts.add.title")}
            </Button>
          )
        }
      />
      {facts.isPending && (
        <Panel flush>
          <LoadingState label={t("common.loading")} rows={6} />
        </Panel>
      )}
      {facts.isError && (
        <Panel>
          <QueryError error={facts.error} onRetry={() => void facts.refetch()} />
        </Panel>
      )}
      {facts.data && inUse.length === 0 && (
        <Panel>
          <EmptyState title={t("office-facts.empty")} hint={t("office-facts.emptyHint")} />
        </Panel>
      )}
      {inUse.length > 0 && (
        <Panel flush title={t("office-facts.inUse", { count: inUse.length })}>
          <ul className="divide-y divide-line border-t border-line">
            {inUse.map((fact) => (
              <FactRow key={fact.id} fact={fact} />
            ))}
          </ul>
        </Panel>
      )}
      {archived.length > 0 && (
        <Panel flush title={t("office-facts.archived")} description={t("office-facts.archivedHint")}>
          <ul className="divide-y divide-line border-t border-line">
            {archived.map((fact) => (
              <FactRow key={fact.id} fact={fact} />
            ))}
          </ul>
        </Panel>
      )}
      <Modal
        open={isAdding}
        onCancel={() => setAdding(false)}
        title={t("office-facts.add.title")}
        footer={null}
        destroyOnHidden
      >
        <AddFactForm onDone={() => setAdding(false)} />
      </Modal>
    </>
  );
}
