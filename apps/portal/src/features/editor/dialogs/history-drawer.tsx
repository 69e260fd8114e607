"use client";

import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Drawer } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { StatusWord } from "@zhibu/ui/status-word";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import type { RevisionListItem } from "../../articles/article-data.ts";
import { DifferenceView } from "../../articles/difference/difference-view.tsx";
import { fullMomentText } from "../../articles/format-time.ts";
import type { ShownPicture } from "../../articles/reading/reader-text.tsx";

export type HistoryDrawerProps = {
  branch: string;
  articleId: string;
  open: boolean;
  pictures: readonly ShownPicture[];
  /** Absent where the article can't be edited now. */
  onRestore?: (revision: RevisionListItem) => void;
  onClose: () => void;
};

type Pair = { fromId: string | null; toId: string };

/** Every text the article ever had: who, when, what changed, and the way back. */
export function HistoryDrawer({ open, onClose, ...history }: HistoryDrawerProps) {
  const t = useTranslations("editor.history");
  return (
    <Drawer open={open} onClose={onClose} title={t("title")} size={720} destroyOnHidden>
      <History {...history} />
    </Drawer>
  );
}

function History({ branch, articleId, pictures, onRestore }: Omit<HistoryDrawerProps, "open" | "onClose">) {
  const t = useTranslations("editor.history");
  const revisions = useQuery(useTRPC().articles.revisions.queryOptions({ branch, articleId }, { staleTime: 0 }));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [pair, setPair] = useState<Pair | null>(null);
  if (revisions.isPending) return <LoadingState label={t("loading")} />;
  if (revisions.isError) return <QueryError error={revisions.error} onRetry={() => void revisions.refetch()} />;
  const { data } = revisions;
  const choose = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id].slice(-2) : chosen.filter((each) => each !== id));
  /** The older of the two is what the other changes. */
  const compareChosen = () => {
    const [to, from] = data.filter(({ id }) => chosen.includes(id));
    if (to && from) setPair({ fromId: from.id, toId: to.id });
  };
  if (pair !== null) {
    return (
      <>
        <Button onClick={() => setPair(null)} className="mb-4">
          {t("back")}
        </Button>
        <Comparison branch={branch} articleId={articleId} pair={pair} revisions={data} pictures={pictures} />
      </>
    );
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-soft">{t("lead")}</p>
        <Button size="small" disabled={chosen.length !== 2} onClick={compareChosen}>
          {t("compareChosen")}
        </Button>
      </div>
      <ol className="divide-y divide-line">
        {data.map((revision, index) => (
          <li key={revision.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-3">
            <Checkbox
              checked={chosen.includes(revision.id)}
              onChange={(event) => choose(revision.id, event.target.checked)}
              aria-label={t("choose", { number: revision.number })}
            />
            <RevisionWords revision={revision} />
            <span className="ml-auto flex gap-2">
              <Button size="small" onClick={() => setPair({ fromId: data[index + 1]?.id ?? null, toId: revision.id })}>
                {t("changes")}
              </Button>
              {onRestore !== undefined && index > 0 && (
                <Button size="small" onClick={() => onRestore(revision)}>
                  {t("restore")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function RevisionWords({ revision }: { revision: RevisionListItem }) {
  const t = useTranslations("editor.history");
  return (
    <span className="min-w-48 flex-1">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t("number", { number: revision.number })}</span>
        {revision.isLive && <StatusWord tone="good">{t("live")}</StatusWord>}
        {revision.isWorking && <StatusWord tone="info">{t("working")}</StatusWord>}
      </span>
      {revision.title !== "" && <span className="mt-0.5 block break-words">{revision.title}</span>}
      <span className="block text-[13px] text-ink-soft">
        {revision.createdByName} · {fullMomentText(revision.savedAt)}
      </span>
    </span>
  );
}

type ComparisonProps = {
  branch: string;
  articleId: string;
  pair: Pair;
  revisions: readonly RevisionListItem[];
  pictures: readonly ShownPicture[];
};

function Comparison({ branch, articleId, pair, revisions, pictures }: ComparisonProps) {
  const t = useTranslations("editor.history");
  const compared = useQuery(useTRPC().articles.compare.queryOptions({ branch, articleId, ...pair }));
  const numberOf = (id: string | null) => revisions.find((revision) => revision.id === id)?.number ?? 0;
  const [from, to] = [numberOf(pair.fromId), numberOf(pair.toId)];
  return (
    <>
      <h2 className="mb-3 text-[15px] font-semibold">{from === 0 ? t("first", { to }) : t("between", { from, to })}</h2>
      {compared.isPending && <LoadingState label={t("loading")} />}
      {compared.isError && <QueryError error={compared.error} onRetry={() => void compared.refetch()} />}
      {compared.isSuccess && <DifferenceView difference={compared.data} branch={branch} pictures={pictures} />}
    </>
  );
}
