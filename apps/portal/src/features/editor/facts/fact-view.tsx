"use client";

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { Fact, factKeyOf } from "../document/fact-node.ts";
import { useEditorFacts } from "./editor-facts.tsx";

/** The fact node with its view: what it says in this article, marked as the college's words. */
export const FactWithView = Fact.extend({
  addNodeView() {
    return ReactNodeViewRenderer(FactView, { as: "span" });
  },
});

function FactView({ node, selected }: NodeViewProps) {
  const t = useTranslations("editor.fact");
  const { all, values, isLoaded } = useEditorFacts();
  const key = factKeyOf(node);
  const fact = all.find((each) => each.key === key);
  const value = values.get(key);
  const isUnknown = isLoaded && value === undefined;
  const name = fact?.name ?? key;
  return (
    <NodeViewWrapper
      as="span"
      data-fact={key}
      title={isUnknown ? t("unknown", { name }) : t("title", { name })}
      className={`fact-chip ${isUnknown ? "fact-unknown" : ""} ${selected ? "fact-selected" : ""}`}
    >
      {value ?? name}
      <span className="sr-only">{t("spoken", { name })}</span>
    </NodeViewWrapper>
  );
}
