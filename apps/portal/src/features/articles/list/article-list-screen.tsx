"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { SearchBox } from "../../../components/search-box.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { NewArticleButton } from "../actions/new-article-button.tsx";
import { ColumnSelect } from "../column-select.tsx";
import { ArticleRows } from "./article-rows.tsx";
import { useListState } from "./list-state.ts";
import { ListTabs } from "./list-tabs.tsx";

/** All articles of the branch, by where they stand. */
export function ArticleListScreen({ branch }: { branch: string }) {
  const t = useTranslations("article-list");
  const [state, setState] = useListState();
  const overview = useQuery(useTRPC().branch.overview.queryOptions({ branch }));
  const mayWrite = overview.data?.abilities.includes("article:create") ?? false;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={mayWrite && <NewArticleButton branch={branch} />}
      />
      <ListTabs branch={branch} tab={state.tab} onChange={(tab) => void setState({ tab })} />
      <div className="my-3 flex flex-wrap gap-3">
        <SearchBox
          label={t("search")}
          value={state.search}
          onChange={(search) => void setState({ search: search || null })}
        />
        <ColumnSelect
          branch={branch}
          value={state.column}
          onChange={(column) => void setState({ column: column || null })}
          emptyLabel={t("allColumns")}
          aria-label={t("column")}
          className="w-full md:w-52"
        />
      </div>
      <Panel flush>
        <ArticleRows branch={branch} state={state} mayWrite={mayWrite} />
      </Panel>
    </>
  );
}
