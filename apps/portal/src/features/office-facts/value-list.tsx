"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord, type StatusTone } from "@zhibu/ui/status-word";
import { useTRPC } from "../../trpc/client.tsx";
import { ReasonDialog } from "../articles/actions/reason-dialog.tsx";
import type { FactData } from "./fact-data.ts";
import { useBaselineMutation } from "./use-baseline-mutation.ts";

type FactValueItem = FactData["values"][number];

const tones: Record<FactValueItem["state"], StatusTone> = {
  current: "good",
  coming: "info",
  past: "neutral",
  void: "bad",
};

/** All values of a fact, newest first; nothing is ever taken off the list, only struck out. */
export function ValueList({ fact }: { fact: FactData }) {
  const t = useTranslations("office-facts");
  const { office } = useTRPC();
  const [voiding, setVoiding] = useState<FactValueItem | null>(null);
  const done = useBaselineMutation({ says: t("void.done"), after: () => setVoiding(null) });
  const voidValue = useMutation(office.facts.voidValue.mutationOptions(done));
  const valid = fact.values.filter(({ state }) => state !== "void").length;
  return (
    <Panel flush title={t("values.title")} description={t("values.lead")}>
      <ul className="divide-y divide-line border-t border-line">
        {fact.values.map((value) => (
          <li key={value.id} className="flex items-start gap-x-3 px-4 py-3 md:px-5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <span className={`text-[15px] break-words ${value.state === "void" ? "line-through" : "font-medium"}`}>
                  {value.value}
                  {fact.unit && ` ${fact.unit}`}
                </span>
                <StatusWord tone={tones[value.state]}>{t(`state.${value.state}`)}</StatusWord>
              </p>
              <p className="text-[13px] text-ink-soft">
                {t("values.of", { day: value.effectiveFrom, source: value.source, person: value.createdByName })}
              </p>
              {value.state === "void" && (
                <p className="text-[13px] text-bad">
                  {t("values.voided", { person: value.voidedByName, reason: value.voidReason })}
                </p>
              )}
            </div>
            {fact.can.manage && value.state !== "void" && valid > 1 && (
              <Button
                size="small"
                type="text"
                danger
                aria-label={t("void.label", { value: value.value })}
                onClick={() => setVoiding(value)}
              >
                {t("void.title")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ReasonDialog
        open={voiding !== null}
        title={t("void.ask", { value: voiding?.value ?? "" })}
        lead={t("void.consequence")}
        label={t("void.reason")}
        confirmLabel={t("void.title")}
        danger
        pending={voidValue.isPending}
        onConfirm={(reason) =>
          voiding && voidValue.mutate({ factId: fact.id, version: fact.version, valueId: voiding.id, reason })
        }
        onClose={() => setVoiding(null)}
      />
    </Panel>
  );
}
