"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TrailItem } from "@zhibu/core/audit/list-trail";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { dayText } from "../articles/format-time.ts";
import { isFiltered, type ChangeFilter, type FilterState } from "./filter-state.ts";
import type { RowLinks } from "./row-details.tsx";
import { TrailRow } from "./trail-row.tsx";
import type { useTrail } from "./use-trail.ts";

type TrailListProps = {
  trail: ReturnType<typeof useTrail>;
  state: FilterState;
  change: ChangeFilter;
  rootOrigin: string;
};

/** The chosen records, newest first, under the day they belong to, as far as somebody wants to read. */
export function TrailList({ trail, state, change, rootOrigin }: TrailListProps) {
  const t = useTranslations();
  if (trail.isPending)
    return (
      <Sheet>
        <LoadingState label={t("common.loading")} rows={8} />
      </Sheet>
    );
  if (trail.isError)
    return (
      <Sheet>
        <QueryError error={trail.error} onRetry={() => void trail.refetch()} />
      </Sheet>
    );
  const [first] = trail.data.pages;
  const items = trail.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Sheet>
        <NoRecords filtered={isFiltered(state)} problem={first?.subjectProblem ?? null} />
      </Sheet>
    );
  const links: RowLinks = {
    oversee: first?.can.oversee ?? false,
    rootOrigin,
    onSubject: (subject) => void change({ subject }),
    onPerson: (person) => void change({ person }),
  };
  return (
    <>
      {byDay(items).map(([day, ofDay]) => (
        <Panel key={day} flush title={day}>
          <ul className="divide-y divide-line border-t border-line">
            {ofDay.map((item) => (
              <TrailRow key={item.id} item={item} links={links} />
            ))}
          </ul>
        </Panel>
      ))}
      {trail.hasNextPage && (
        <div className="text-center">
          <Button onClick={() => void trail.fetchNextPage()} loading={trail.isFetchingNextPage}>
            {t("office-audit.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Sheet({ children }: { children: ReactNode }) {
  return <Panel flush>{children}</Panel>;
}

function byDay(items: readonly TrailItem[]): [string, TrailItem[]][] {
  return [...Map.groupBy(items, ({ at }) => dayText(at))];
}

type NoRecordsProps = { filtered: boolean; problem: "unreadable" | "branchNeeded" | "missing" | null };

function NoRecords({ filtered, problem }: NoRecordsProps) {
  const t = useTranslations("office-audit");
  if (problem !== null) return <EmptyState title={t("empty.filtered")} hint={t(`problem.${problem}`)} />;
  return filtered ? (
    <EmptyState title={t("empty.filtered")} hint={t("empty.filteredHint")} />
  ) : (
    <EmptyState title={t("empty.none")} hint={t("empty.noneHint")} />
  );
}
