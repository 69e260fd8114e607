"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { PageHeader } from "@zhibu/ui/page-header";
import { useTRPC } from "../../../trpc/client.tsx";
import { QueryPanel } from "../query-panel.tsx";
import { YearState } from "./calendar-screen.tsx";
import { YearEditor } from "./year-editor.tsx";

/** One year's arrangement. */
export function YearScreen({ year }: { year: number }) {
  const t = useTranslations("office-publicity.year");
  const data = useQuery(useTRPC().office.publicity.calendarYear.queryOptions({ year }));
  // What is clicked stays while others save; one's own save begins anew, and taking theirs.
  const [edition, setEdition] = useState(0);
  return (
    <>
      <nav className="mb-1 text-[13px]">
        <Link href="/office/publicity/calendar" className="text-ink-soft hover:text-brand">
          {t("back")}
        </Link>
      </nav>
      <PageHeader
        title={t("title", { year })}
        description={t("lead")}
        actions={data.data && <YearState state={data.data.state} />}
      />
      <QueryPanel query={data}>
        {(found) => <YearEditor key={edition} data={found} onAnew={() => setEdition(edition + 1)} />}
      </QueryPanel>
    </>
  );
}
