"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Panel } from "@zhibu/ui/panel";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { fullMomentText } from "../articles/format-time.ts";
import { EntriesTable } from "./entries-table.tsx";
import type { PublicityDetail } from "./publicity-data.ts";
import { PublicityFiles } from "./publicity-files.tsx";
import { shownFile } from "./shown-file.ts";

/** The names of a list that is over, for whoever signs: behind a button, for each look is on record. */
export function ArchivePanel({ branch, data: { list, template } }: { branch: string; data: PublicityDetail }) {
  const t = useTranslations("publicity.archive");
  const errorText = useErrorText();
  const archive = useMutation(useTRPC().publicity.archive.mutationOptions());
  const ref = { branch, publicityId: list.id };
  return (
    <Panel title={t("title")} description={t("lead")}>
      {archive.data?.map((text) => (
        <section key={text.number} aria-label={t("text", { number: text.number })} className="mb-5 last:mb-0">
          <h3 className="mb-2 font-medium">
            {t("text", { number: text.number })}
            {text.startsAt && text.endsAt && (
              <span className="ml-3 text-[13px] font-normal text-ink-soft">
                {t("shown", { from: fullMomentText(text.startsAt), until: fullMomentText(text.endsAt) })}
              </span>
            )}
          </h3>
          <EntriesTable columns={template.columns} entries={text.entries} />
          <PublicityFiles branch={branch} publicityId={list.id} files={text.files.map(shownFile)} />
        </section>
      ))}
      {archive.isError && (
        <p role="alert" className="mb-3 text-bad">
          {errorText(archive.error)}
        </p>
      )}
      {!archive.data && (
        <Button loading={archive.isPending} onClick={() => archive.mutate(ref)}>
          {t("open")}
        </Button>
      )}
    </Panel>
  );
}
