"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { useTRPC } from "../../../trpc/client.tsx";
import type { TemplateDetail } from "../office-publicity-data.ts";
import { QueryPanel } from "../query-panel.tsx";
import { usePublicityMutation } from "../use-publicity-mutation.ts";
import { TemplateHistory } from "./template-history.tsx";

const TemplateForm = dynamic(() => import("./template-form.tsx").then((file) => file.TemplateForm), { ssr: false });

/** One type of list: its wording to edit, and every wording it had. */
export function TemplateScreen({ templateId }: { templateId: string }) {
  const template = useQuery(useTRPC().office.publicity.template.queryOptions({ templateId }));
  return (
    <>
      <BackLink />
      <QueryPanel query={template}>{(data) => <Template template={data} />}</QueryPanel>
    </>
  );
}

export function BackLink() {
  const t = useTranslations("office-publicity.template");
  return (
    <nav className="mb-1 text-[13px]">
      <Link href="/office/publicity/templates" className="text-ink-soft hover:text-brand">
        {t("back")}
      </Link>
    </nav>
  );
}

function Template({ template }: { template: TemplateDetail }) {
  const t = useTranslations("office-publicity.template");
  // What is typed stays, whoever saves; taking theirs begins anew.
  const [edition, setEdition] = useState(0);
  const [current] = template.versions;
  if (!current) return null;
  const lists = template.versions.reduce((sum, version) => sum + version.lists, 0);
  return (
    <>
      <PageHeader
        title={current.definition.name}
        description={t("lead", { number: current.number, lists })}
        actions={<ArchiveButton template={template} name={current.definition.name} />}
      />
      {template.archivedAt !== null && (
        <div className="mb-4">
          <Notice tone="waiting">{t("isArchived")}</Notice>
        </div>
      )}
      <TemplateForm key={edition} template={template} onTake={() => setEdition(edition + 1)} />
      <div className="max-w-4xl">
        <TemplateHistory versions={template.versions} />
      </div>
    </>
  );
}

function ArchiveButton({ template, name }: { template: TemplateDetail; name: string }) {
  const t = useTranslations("office-publicity.template");
  const { modal, message } = App.useApp();
  const { office } = useTRPC();
  const isArchived = template.archivedAt !== null;
  const archive = useMutation(
    office.publicity.archiveTemplate.mutationOptions(
      usePublicityMutation(() => void message.success(t(isArchived ? "restoreDone" : "archiveDone"))),
    ),
  );
  function toggle(): void {
    const input = { templateId: template.id, version: template.version, archived: !isArchived };
    if (isArchived) return archive.mutate(input);
    void modal.confirm({
      title: t("archiveAsk", { name }),
      content: t("archiveConsequence"),
      okText: t("archive"),
      onOk: () => archive.mutate(input),
    });
  }
  return (
    <Button onClick={toggle} loading={archive.isPending}>
      {t(isArchived ? "restore" : "archive")}
    </Button>
  );
}
