"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";

type QueryPanelProps<Data> = {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  children: (data: Data) => ReactNode;
};

/** What stands in a screen's place until its data is there, or when it does not come. */
export function QueryPanel<Data>({ query, children }: QueryPanelProps<Data>) {
  const t = useTranslations("common");
  if (query.data !== undefined) return children(query.data);
  return (
    <Panel flush>
      {!query.error ? (
        <LoadingState label={t("loading")} rows={8} />
      ) : (
        <QueryError error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Panel>
  );
}
