"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../../components/query-error.tsx";
import { SearchBox } from "../../../components/search-box.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import type { PushTarget } from "../../pushes/push-data.ts";

type TargetChoiceProps = {
  originId: string;
  articleId: string;
  /** `null`: all that may be chosen. */
  chosen: ReadonlySet<string> | null;
  onChange: (chosen: ReadonlySet<string>) => void;
};

/** The branches it goes to: all at first, each can be left out; who has the article already is not sent it twice. */
export function TargetChoice({ originId, articleId, chosen, onChange }: TargetChoiceProps) {
  const t = useTranslations("office-pushes.form.targets");
  const common = useTranslations("common");
  const [search, setSearch] = useState("");
  const targets = useQuery(
    useTRPC().office.pushes.targets.queryOptions({ originBranchId: originId, articleId }, { staleTime: 0 }),
  );
  if (targets.isPending) return <LoadingState label={common("loading")} rows={3} />;
  if (targets.isError) return <QueryError error={targets.error} onRetry={() => void targets.refetch()} />;
  const free = targets.data.filter((target) => !target.hasIt).map((target) => target.branchId);
  const picked = chosen ?? new Set(free);
  const listed = targets.data.filter(({ name }) => name.includes(search));
  function toggle(branchId: string): void {
    const next = new Set(picked);
    if (!next.delete(branchId)) next.add(branchId);
    onChange(next);
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <SearchBox label={t("search")} value={search} onChange={setSearch} />
        <Button onClick={() => onChange(new Set(free))} disabled={picked.size === free.length}>
          {t("all")}
        </Button>
        <Button onClick={() => onChange(new Set())} disabled={picked.size === 0}>
          {t("none")}
        </Button>
        <output className="text-ink-soft">{t("count", { count: picked.size, total: free.length })}</output>
      </div>
      {listed.length === 0 ? (
        <p className="py-4 text-center text-ink-soft">{t("filtered")}</p>
      ) : (
        <ul className="grid max-h-96 gap-x-4 overflow-y-auto rounded-md border border-line p-2 sm:grid-cols-2 lg:grid-cols-3">
          {listed.map((target) => (
            <TargetBox
              key={target.branchId}
              target={target}
              isChosen={picked.has(target.branchId)}
              onToggle={() => toggle(target.branchId)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type TargetBoxProps = { target: PushTarget; isChosen: boolean; onToggle: () => void };

function TargetBox({ target, isChosen, onToggle }: TargetBoxProps) {
  const t = useTranslations("office-pushes.form.targets");
  return (
    <li>
      <label className="flex min-h-10 items-center gap-2.5 rounded px-2 py-1 hover:bg-ground has-disabled:text-ink-soft">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={target.hasIt}
          onChange={onToggle}
          className="size-4 shrink-0 accent-brand"
        />
        <span className="min-w-0">
          {target.name}
          {target.hasIt && <span className="block text-[13px]">{t("hasIt")}</span>}
        </span>
      </label>
    </li>
  );
}
