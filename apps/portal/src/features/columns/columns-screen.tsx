"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ColumnTree } from "@zhibu/core/columns/list-columns";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { type ColumnDialog, ColumnDialogs } from "./column-dialogs.tsx";
import { ColumnSection } from "./column-section.tsx";
import { useColumnOrder } from "./use-column-order.ts";

/** The tree of the branch's site: what readers find in the menu, in which order, and what is due where. */
export function ColumnsScreen({ branch }: { branch: string }) {
  const t = useTranslations();
  const columns = useQuery(useTRPC().columns.list.queryOptions({ branch }));
  const [dialog, setDialog] = useState<ColumnDialog | null>(null);
  const tree = columns.data;
  return (
    <>
      <PageHeader
        title={t("columns.title")}
        {...(tree ? { description: t("columns.lead", { count: tree.count, max: tree.max }) } : {})}
        actions={
          tree?.can.add === true && (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setDialog({ type: "add", parentId: null })}
            >
              {t("columns.add")}
            </Button>
          )
        }
      />
      {columns.isPending && (
        <Panel flush>
          <LoadingState label={t("common.loading")} rows={8} />
        </Panel>
      )}
      {columns.isError && (
        <Panel>
          <QueryError error={columns.error} onRetry={() => void columns.refetch()} />
        </Panel>
      )}
      {tree && <Tree branch={branch} tree={tree} onDialog={setDialog} />}
      {tree && <ColumnDialogs branch={branch} tree={tree} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

type TreeProps = { branch: string; tree: ColumnTree; onDialog: (dialog: ColumnDialog) => void };

function Tree({ branch, tree, onDialog }: TreeProps) {
  const t = useTranslations("columns");
  const { shift, moved } = useColumnOrder(branch);
  const special = tree.sections.filter((section) => section.module === "special");
  if (tree.count === 0) {
    return (
      <Panel>
        <EmptyState title={t("empty")} hint={t("emptyHint")} />
      </Panel>
    );
  }
  return (
    <>
      <OverdueNotice tree={tree} />
      {tree.sections.map((section) => (
        <ColumnSection
          key={section.id}
          branch={branch}
          section={section}
          siblings={section.module === "special" ? special : [section]}
          onShift={(siblings, column, by) => void shift(siblings, column, by)}
          onDialog={onDialog}
        />
      ))}
      {special.length === 0 && (
        <Panel title={t("special.title")}>
          <p className="text-ink-soft">{t("special.empty")}</p>
        </Panel>
      )}
      <output className="sr-only">{moved}</output>
    </>
  );
}

const namesShown = 4;

function OverdueNotice({ tree }: { tree: ColumnTree }) {
  const t = useTranslations("columns");
  const overdue = tree.sections
    .flatMap((section) => [section, ...section.children])
    .filter((column) => column.freshness?.state === "overdue");
  if (overdue.length === 0) return null;
  const names = overdue.slice(0, namesShown).map((column) => column.name);
  const list = names.join(t("nameSeparator"));
  return (
    <div className="mb-4">
      <Notice tone="waiting">
        {t("overdueSummary", {
          count: overdue.length,
          names: list + (overdue.length > namesShown ? t("overdueMore") : ""),
        })}
      </Notice>
    </div>
  );
}
