"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusWord, type StatusTone } from "@zhibu/ui/status-word";
import { useTRPC } from "../../trpc/client.tsx";
import { CorrectionProgress } from "../office-facts/correction-progress.tsx";
import { ScanPanel } from "../office-facts/scan-panel.tsx";
import { useBaselineMutation } from "../office-facts/use-baseline-mutation.ts";
import type { TermItem } from "./term-data.ts";

const tones: Record<TermItem["severity"], StatusTone> = { block: "bad", warn: "waiting", info: "info" };

type TermRowProps = { term: TermItem; isRetired: boolean; onEdit: (() => void) | null };

/** One term; unfolded it shows what a search for it found and how far its corrections are. */
export function TermRow({ term, isRetired, onEdit }: TermRowProps) {
  const t = useTranslations();
  const { office } = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const says = isRetired ? t("office-terms.restored") : t("office-terms.retiredDone");
  const retire = useMutation(office.terms.retire.mutationOptions(useBaselineMutation({ says })));
  return (
    <li className="px-4 py-3 md:px-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-2">
            <span className="text-[15px] font-medium break-words">{term.words}</span>
            <StatusWord tone={tones[term.severity]}>{t(`checks.severity.${term.severity}`)}</StatusWord>
            {term.openCorrections > 0 && (
              <StatusWord tone="waiting">{t("office-facts.open", { count: term.openCorrections })}</StatusWord>
            )}
          </p>
          <p className="mt-0.5 break-words text-ink-soft">
            {t("office-terms.notAs")}
            {term.variants.map((variant) => (
              <span key={variant} className="mr-2 inline-block text-bad line-through decoration-bad/50">
                {variant}
              </span>
            ))}
          </p>
          {term.note !== "" && <p className="text-[13px] text-ink-soft">{term.note}</p>}
        </div>
        <div className="flex flex-wrap gap-1">
          {!isRetired && (
            <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t("office-terms.progress")}
            </Button>
          )}
          {onEdit !== null && !isRetired && (
            <Button size="small" type="text" onClick={onEdit}>
              {t("office-terms.edit")}
            </Button>
          )}
          {onEdit !== null && (
            <Button
              size="small"
              type="text"
              loading={retire.isPending}
              onClick={() => retire.mutate({ termId: term.id, version: term.version, retired: !isRetired })}
            >
              {t(isRetired ? "office-terms.restore" : "office-terms.retire")}
            </Button>
          )}
        </div>
      </div>
      {isOpen && <TermProgress termId={term.id} />}
    </li>
  );
}

function TermProgress({ termId }: { termId: string }) {
  const t = useTranslations("office-terms");
  const progress = useQuery(useTRPC().office.terms.progress.queryOptions({ termId }));
  if (!progress.data) return null;
  const { scan, corrections } = progress.data;
  return (
    <div className="mt-3">
      {scan !== null && <ScanPanel scan={scan} />}
      <CorrectionProgress branches={corrections} />
      {scan === null && corrections.length === 0 && <p className="text-ink-soft">{t("neverSearched")}</p>}
    </div>
  );
}
