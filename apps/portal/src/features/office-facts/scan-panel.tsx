"use client";

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { FindingItem, Scan } from "./fact-data.ts";
import { FindingRow } from "./finding-row.tsx";
import { useBaselineMutation } from "./use-baseline-mutation.ts";

/** How often a search under way is asked how far it is. */
const askAgainMs = 1_000;

/** The search a change set off: its progress, then what it found, for the office to pick from. */
export function ScanPanel({ scan: known }: { scan: Scan }) {
  const t = useTranslations();
  const { office } = useTRPC();
  const findings = useInfiniteQuery(
    office.facts.findings.infiniteQueryOptions(
      { scanId: known.id },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
        refetchInterval: (query) =>
          (query.state.data?.pages[0]?.scan?.state ?? known.state) === "running" ? askAgainMs : false,
        enabled: known.state === "running" || known.state === "ready",
      },
    ),
  );
  const scan = findings.data?.pages[0]?.scan ?? known;
  if (scan.id !== known.id || scan.state === "dropped") return null;
  if (scan.state === "sent") {
    return (
      <div className="mb-4">
        <Notice tone="good">{t("office-facts.scan.sent")}</Notice>
      </div>
    );
  }
  if (scan.state === "running") return <Running scan={scan} />;
  if (findings.isError) {
    return (
      <Panel title={t("office-facts.scan.title")}>
        <QueryError error={findings.error} onRetry={() => void findings.refetch()} />
      </Panel>
    );
  }
  if (!findings.data) {
    return (
      <Panel flush title={t("office-facts.scan.title")}>
        <LoadingState label={t("common.loading")} />
      </Panel>
    );
  }
  return (
    <Findings
      scan={scan}
      items={findings.data.pages.flatMap((page) => page.items)}
      canSend={findings.data.pages[0]?.can.send ?? false}
      more={findings.hasNextPage ? () => void findings.fetchNextPage() : null}
      isLoadingMore={findings.isFetchingNextPage}
    />
  );
}

function Running({ scan: { branchesDone, branchesTotal, found } }: { scan: Scan }) {
  const t = useTranslations("office-facts.scan");
  const percent = branchesTotal === 0 ? 0 : Math.round((100 * branchesDone) / branchesTotal);
  return (
    <Panel title={t("running")} description={t("runningLead")}>
      <Progress percent={percent} aria-label={t("running")} />
      <output className="text-[13px] text-ink-soft">
        {t("runningState", { done: branchesDone, total: branchesTotal, found })}
      </output>
    </Panel>
  );
}

type FindingsProps = {
  scan: Scan;
  items: readonly FindingItem[];
  canSend: boolean;
  more: (() => void) | null;
  isLoadingMore: boolean;
};

function Findings({ scan, items, canSend, more, isLoadingMore }: FindingsProps) {
  const t = useTranslations("office-facts.scan");
  const { office } = useTRPC();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const send = useMutation(office.facts.send.mutationOptions(useBaselineMutation({ says: t("sendDone") })));
  const drop = useMutation(office.facts.drop.mutationOptions(useBaselineMutation({ says: t("dropDone") })));
  const isPicked = ({ id, sure }: FindingItem) => sure !== toggled.has(id);
  const picked = scan.sure + items.reduce((sum, item) => sum + Number(isPicked(item)) - Number(item.sure), 0);
  const ref = { scanId: scan.id, version: scan.version };
  function toggle(id: string): void {
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }
  if (scan.found === 0) {
    return (
      <div className="mb-4">
        <Notice tone="good">{t("nothing", { branches: scan.branchesTotal })}</Notice>
      </div>
    );
  }
  return (
    <Panel flush title={t("title")} description={t("lead", { found: scan.found, branches: scan.branchesTotal })}>
      <ul className="divide-y divide-line border-t border-line">
        {items.map((item) => (
          <FindingRow
            key={item.id}
            item={item}
            isPicked={isPicked(item)}
            onToggle={canSend ? () => toggle(item.id) : null}
          />
        ))}
      </ul>
      {more !== null && (
        <div className="border-t border-line px-4 py-3 text-center">
          <Button onClick={more} loading={isLoadingMore}>
            {t("more")}
          </Button>
        </div>
      )}
      {canSend && (
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3 md:px-5">
          <p className="mr-auto text-[13px] text-ink-soft">{t("consequence")}</p>
          <Button onClick={() => drop.mutate(ref)} loading={drop.isPending}>
            {t("drop")}
          </Button>
          <Button
            type="primary"
            disabled={picked === 0}
            loading={send.isPending}
            onClick={() => send.mutate({ ...ref, toggledIds: [...toggled] })}
          >
            {t("send", { count: picked })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
