"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type CollegeBaseline, factsIn } from "@zhibu/domain/baseline/college-baseline";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import { useTRPC } from "../../../trpc/client.tsx";
import type { EditorFacts } from "./editor-facts.tsx";

/** The college's facts and terms change rarely; who writes for hours still hears of it. */
const freshMs = 5 * 60_000;

type DatedText = { module: ColumnModule; eventAt: string | null; publishedAt: Date | null };

/** The baseline the text is checked by, and what its facts say on the text's day. */
export function useEditorFacts(branch: string, text: DatedText): { baseline?: CollegeBaseline; facts: EditorFacts } {
  const { corrections } = useTRPC();
  const { data: baseline } = useQuery(corrections.baseline.queryOptions({ branch }, { staleTime: freshMs }));
  const { module, eventAt, publishedAt } = text;
  const facts = useMemo<EditorFacts>(() => {
    if (!baseline) return { all: [], values: new Map(), isLoaded: false };
    const dated = { module, eventAt: eventAt === null ? null : new Date(eventAt), publishedAt };
    return { all: baseline.facts, values: factsIn(baseline, dated), isLoaded: true };
  }, [baseline, module, eventAt, publishedAt]);
  return { ...(baseline && { baseline }), facts };
}
