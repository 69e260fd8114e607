"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { OfferRow } from "./offer-row.tsx";

const tabs = ["open", "answered"] as const;
type Tab = (typeof tabs)[number];

function useOffers(branch: string, tab: Tab) {
  return useInfiniteQuery(
    useTRPC().pushes.list.infiniteQueryOptions(
      { branch, tab },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
}

/** What the office sent the branch: what waits for an answer, and everything else. */
export function OffersScreen({ branch }: { branch: string }) {
  const t = useTranslations();
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("open"));
  const offers = useOffers(branch, tab);
  const openCount = offers.data?.pages[0]?.openCount;
  return (
    <>
      <PageHeader title={t("pushes.title")} description={t("pushes.lead")} />
      <nav aria-label={t("pushes.tab.label")} className="mb-3 border-b border-line">
        <ul className="flex gap-1">
          {tabs.map((each) => (
            <li key={each}>
              <button
                type="button"
                aria-current={each === tab ? "true" : undefined}
                onClick={() => void setTab(each)}
                className="min-h-10 border-b-2 border-transparent px-3 py-2 text-ink-soft -outline-offset-2! hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand-strong"
              >
                {t(`pushes.tab.${each}`)}
                {each === "open" && openCount !== undefined && (
                  <span className="ml-1.5 text-[13px] font-normal">{openCount}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Panel flush>
        <Offers branch={branch} tab={tab} offers={offers} />
      </Panel>
    </>
  );
}

type OffersProps = {
  branch: string;
  tab: Tab;
  offers: ReturnType<typeof useOffers>;
};

function Offers({ branch, tab, offers }: OffersProps) {
  const t = useTranslations();
  if (offers.isPending) return <LoadingState label={t("common.loading")} />;
  if (offers.isError) return <QueryError error={offers.error} onRetry={() => void offers.refetch()} />;
  const items = offers.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const empty = tab === "open" ? "empty" : "noneEver";
    return <EmptyState title={t(`pushes.offers.${empty}.title`)} hint={t(`pushes.offers.${empty}.hint`)} />;
  }
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((offer) => (
          <OfferRow key={offer.pushId} branch={branch} offer={offer} />
        ))}
      </ul>
      {offers.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void offers.fetchNextPage()} loading={offers.isFetchingNextPage}>
            {t("pushes.offers.more")}
          </Button>
        </div>
      )}
    </>
  );
}
