"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { changedFields } from "@zhibu/domain/publicity/template-changes";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { dayText } from "../../articles/format-time.ts";
import type { TemplateVersion } from "../office-publicity-data.ts";
import { useFieldWords } from "./use-field-words.ts";

/** Every wording a type had, newest first, with what each changed. */
export function TemplateHistory({ versions }: { versions: readonly TemplateVersion[] }) {
  const t = useTranslations("office-publicity.template");
  return (
    <Panel flush title={t("history")} description={t("historyLead")}>
      <ul className="divide-y divide-line border-t border-line">
        {versions.map((version, index) => (
          <VersionRow
            key={version.number}
            version={version}
            before={versions[index + 1] ?? null}
            isCurrent={index === 0}
          />
        ))}
      </ul>
    </Panel>
  );
}

type VersionRowProps = { version: TemplateVersion; before: TemplateVersion | null; isCurrent: boolean };

function VersionRow({ version, before, isCurrent }: VersionRowProps) {
  const t = useTranslations("office-publicity");
  const [isOpen, setOpen] = useState(false);
  const changed = before === null ? [] : changedFields(before.definition, version.definition);
  const { number, createdByName, createdAt, lists } = version;
  return (
    <li className="px-4 py-3 md:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {t("templates.version", { number })}
            {isCurrent && <StatusWord tone="good">{t("template.current")}</StatusWord>}
          </p>
          <p className="text-[13px] text-ink-soft">
            {createdByName === ""
              ? t("template.historySupplied")
              : t("template.historyBy", { person: createdByName, day: dayText(createdAt) })}
            {" · "}
            {t("template.historyLists", { count: lists })}
          </p>
          <p className="break-words">
            {before === null
              ? t("template.first")
              : t("template.changed", { fields: changed.map((field) => t(`template.fields.${field}`)).join("、") })}
          </p>
        </div>
        {changed.length > 0 && (
          <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? "template.hideChanges" : "template.showChanges")}
            <span className="sr-only">{t("templates.version", { number })}</span>
          </Button>
        )}
      </div>
      {isOpen && before !== null && <Changes version={version} before={before} />}
    </li>
  );
}

function Changes({ version, before }: { version: TemplateVersion; before: TemplateVersion }) {
  const t = useTranslations("office-publicity.template");
  const words = useFieldWords();
  return (
    <dl className="mt-3 space-y-3 rounded-md bg-ground p-3">
      {changedFields(before.definition, version.definition).map((field) => (
        <div key={field}>
          <dt className="font-medium">{t(`fields.${field}`)}</dt>
          <dd className="mt-0.5 break-words whitespace-pre-wrap text-ink-soft">
            <span className="mr-2 text-[13px]">{t("before")}</span>
            <del className="decoration-bad/50">{words(field, before.definition)}</del>
          </dd>
          <dd className="mt-0.5 break-words whitespace-pre-wrap">
            <span className="mr-2 text-[13px] text-ink-soft">{t("after")}</span>
            <ins className="no-underline">{words(field, version.definition)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
