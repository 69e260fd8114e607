"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "@zhibu/ui/page-header";
import { ExportButtons } from "./export-buttons.tsx";
import { filterOf, useFilterState } from "./filter-state.ts";
import { IntegrityPanel } from "./integrity-panel.tsx";
import { TrailFilters } from "./trail-filters.tsx";
import { TrailList } from "./trail-list.tsx";
import { useTrail } from "./use-trail.ts";

/** The audit trail of all chains: whether it is whole, and every record in it. */
export function AuditScreen({ rootOrigin }: { rootOrigin: string }) {
  const t = useTranslations("office-audit");
  const [state, change] = useFilterState();
  const trail = useTrail(state);
  const chosen = trail.data?.pages[0]?.chosen;
  const chain = state.chain === "" ? null : { id: state.chain, name: chosen?.chain ?? "" };
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} actions={<ExportButtons filter={filterOf(state)} />} />
      <IntegrityPanel chain={chain} />
      <TrailFilters state={state} change={change} chosen={chosen} />
      <TrailList trail={trail} state={state} change={change} rootOrigin={rootOrigin} />
    </>
  );
}
