"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { BaselineFact } from "@zhibu/domain/baseline/college-baseline";

export type EditorFacts = {
  /** Every fact of the college, those out of use too. */
  all: readonly BaselineFact[];
  /** What each says in this article, by key. */
  values: ReadonlyMap<string, string>;
  isLoaded: boolean;
};

const none: EditorFacts = { all: [], values: new Map(), isLoaded: false };

const EditorFactsContext = createContext<EditorFacts>(none);

export function EditorFactsProvider({ value, children }: { value: EditorFacts; children: ReactNode }) {
  return <EditorFactsContext value={value}>{children}</EditorFactsContext>;
}

/** For the views of facts inside the document. */
export function useEditorFacts(): EditorFacts {
  return useContext(EditorFactsContext);
}
