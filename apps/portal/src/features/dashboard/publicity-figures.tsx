"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What runs and what presses, each number the way to the lists it counts. */
const figures = [
  { tab: "running", unit: "lists", presses: false },
  { tab: "endingSoon", unit: "lists", presses: false },
  { tab: "ended", unit: "lists", presses: true },
  { tab: "objected", unit: "objections", presses: true },
] as const;

export function PublicityFigures({ branch }: { branch: string }) {
  const t = useTranslations("dashboard.publicity");
  const counts = useQuery(useTRPC().publicity.counts.queryOptions({ branch }));
  return (
    <Panel
      title={t("title")}
      extra={
        <Link href={`/${branch}/publicity`} className="text-brand">
          {t("all")}
        </Link>
      }
      flush
    >
      {counts.isError && <QueryError error={counts.error} onRetry={() => void counts.refetch()} />}
      {!counts.isError && (
        <ul className="grid grid-cols-2 gap-px border-t border-line bg-line md:grid-cols-4">
          {figures.map(({ tab, unit, presses }) => (
            <li key={tab} className="bg-surface">
              <Link href={`/${branch}/publicity?tab=${tab}`} className="block h-full px-4 py-3 hover:bg-ground md:px-5">
                <span className="block text-ink-soft">{t(tab)}</span>
                <Count
                  count={counts.data?.[tab === "objected" ? "openObjections" : tab]}
                  unit={unit}
                  presses={presses}
                />
                <span className="block text-[13px] text-ink-soft">{t(`${tab}Hint`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

type CountProps = { count: number | undefined; unit: "lists" | "objections"; presses: boolean };

/** Its place is kept while the number is on its way. */
function Count({ count, unit, presses }: CountProps) {
  const t = useTranslations("dashboard.publicity");
  const tone = presses && (count ?? 0) > 0 ? "text-bad" : "";
  return (
    <span className={`block min-h-8 text-xl leading-8 font-semibold ${tone}`}>
      {count === 0 && t("none")}
      {count !== undefined && count > 0 && t(unit, { count })}
    </span>
  );
}
