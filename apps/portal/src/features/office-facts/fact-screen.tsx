"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { CorrectionProgress } from "./correction-progress.tsx";
import type { FactData } from "./fact-data.ts";
import { ScanPanel } from "./scan-panel.tsx";
import { useBaselineMutation } from "./use-baseline-mutation.ts";
import { ValueList } from "./value-list.tsx";

const AddValueForm = dynamic(() => import("./add-value-form.tsx").then((file) => file.AddValueForm), { ssr: false });
const RenameFactForm = dynamic(() => import("./rename-fact-form.tsx").then((file) => file.RenameFactForm), {
  ssr: false,
});

/** One fact: what it said and says, what a change left behind in texts, and where readers see it. */
export function FactScreen({ factId }: { factId: string }) {
  const t = useTranslations();
  const fact = useQuery(useTRPC().office.facts.get.queryOptions({ factId }));
  if (fact.isPending) {
    return (
      <Panel flush>
        <LoadingState label={t("common.loading")} rows={8} />
      </Panel>
    );
  }
  if (fact.isError) {
    return (
      <Panel>
        <QueryError error={fact.error} onRetry={() => void fact.refetch()} />
      </Panel>
    );
  }
  return <Fact fact={fact.data} />;
}

function Fact({ fact }: { fact: FactData }) {
  const t = useTranslations("office-facts");
  const [dialog, setDialog] = useState<"value" | "rename" | null>(null);
  const current = fact.values.find(({ state }) => state === "current");
  const close = () => setDialog(null);
  return (
    <>
      <nav className="mb-1 text-[13px]">
        <Link href="/office/facts" className="text-ink-soft hover:text-brand">
          {t("back")}
        </Link>
      </nav>
      <PageHeader
        title={fact.name}
        description={[
          current && `${current.value}${fact.unit && ` ${fact.unit}`}`,
          t("keyIs", { key: fact.key }),
          fact.note,
        ]
          .filter(Boolean)
          .join(" · ")}
        actions={<FactActions fact={fact} onDialog={setDialog} />}
      />
      {fact.isArchived && (
        <div className="mb-4">
          <Notice tone="waiting">{t("isArchived")}</Notice>
        </div>
      )}
      {fact.scan !== null && <ScanPanel scan={fact.scan} />}
      <CorrectionProgress branches={fact.corrections} />
      <ValueList fact={fact} />
      <Uses fact={fact} />
      <Modal
        open={dialog !== null}
        onCancel={close}
        title={dialog === "rename" ? t("rename.title") : t("value.title", { name: fact.name })}
        footer={null}
        destroyOnHidden
      >
        {dialog === "value" && <AddValueForm fact={fact} onDone={close} />}
        {dialog === "rename" && <RenameFactForm fact={fact} onDone={close} />}
      </Modal>
    </>
  );
}

function FactActions({ fact, onDialog }: { fact: FactData; onDialog: (dialog: "value" | "rename") => void }) {
  const t = useTranslations("office-facts");
  const { office } = useTRPC();
  const { modal } = App.useApp();
  const says = fact.isArchived ? t("archive.restored") : t("archive.done");
  const archive = useMutation(office.facts.archive.mutationOptions(useBaselineMutation({ says })));
  if (!fact.can.manage) return null;
  function toggle(): void {
    const input = { factId: fact.id, version: fact.version, archived: !fact.isArchived };
    if (fact.isArchived) return archive.mutate(input);
    void modal.confirm({
      title: t("archive.ask", { name: fact.name }),
      content: t("archive.consequence"),
      okText: t("archive.title"),
      onOk: () => archive.mutate(input),
    });
  }
  return (
    <>
      <Button onClick={toggle} loading={archive.isPending}>
        {fact.isArchived ? t("archive.restore") : t("archive.title")}
      </Button>
      <Button onClick={() => onDialog("rename")}>{t("rename.title")}</Button>
      {fact.can.addValue && (
        <Button type="primary" onClick={() => onDialog("value")}>
          {t("value.add")}
        </Button>
      )}
    </>
  );
}

function Uses({ fact }: { fact: FactData }) {
  const t = useTranslations("office-facts");
  if (fact.uses.length === 0) {
    return (
      <Panel title={t("shown.title")}>
        <p className="text-ink-soft">{t("shown.none")}</p>
      </Panel>
    );
  }
  return (
    <Panel flush title={t("shown.title")} description={t("shown.lead")}>
      <ul className="divide-y divide-line border-t border-line">
        {fact.uses.map((use) => (
          <li key={use.articleId} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5 md:px-5">
            <Link href={`/${use.slug}/articles/${use.articleId}`} className="min-w-0 truncate hover:text-brand">
              {use.title}
            </Link>
            <span className="text-[13px] text-ink-soft">{use.branch}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
