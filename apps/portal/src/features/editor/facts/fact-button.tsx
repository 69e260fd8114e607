"use client";

import { DatabaseOutlined } from "@ant-design/icons";
import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ToolbarMenu } from "../toolbar/toolbar-menu.tsx";
import { useEditorFacts } from "./editor-facts.tsx";

/** With more than this a list is searched, not read. */
const searchFrom = 8;

/** Puts a fact of the college into the line: the reader gets its value, today's or that of the news' day. */
export function FactButton({ editor }: { editor: Editor }) {
  const t = useTranslations("editor.fact");
  return (
    <ToolbarMenu name={t("insert")} icon={<DatabaseOutlined />}>
      <FactList onChoose={(key) => editor.chain().focus().insertContent({ type: "fact", attrs: { key } }).run()} />
    </ToolbarMenu>
  );
}

function FactList({ onChoose }: { onChoose: (key: string) => void }) {
  const t = useTranslations("editor.fact");
  const { all, values } = useEditorFacts();
  const [search, setSearch] = useState("");
  const offered = all.filter((fact) => !fact.isArchived && values.has(fact.key));
  const found = offered.filter(({ name }) => name.includes(search.trim()));
  return (
    <div className="w-72 max-w-[calc(100vw-2rem)]">
      <p className="px-2 pb-2 text-[13px] text-ink-soft">{offered.length === 0 ? t("none") : t("lead")}</p>
      {offered.length >= searchFrom && (
        <input
          type="search"
          value={search}
          aria-label={t("search")}
          placeholder={t("search")}
          onChange={(event) => setSearch(event.target.value)}
          className="mb-1 h-9 w-full rounded border border-line-strong bg-surface px-2"
        />
      )}
      <ul className="max-h-72 overflow-y-auto p-1">
        {found.map(({ key, name, unit }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => onChoose(key)}
              className="flex min-h-10 w-full items-baseline justify-between gap-4 rounded px-2 py-1.5 text-left hover:bg-neutral-soft"
            >
              <span>{name}</span>
              <span className="min-w-0 truncate font-medium text-brand-strong">
                {values.get(key)}
                {unit}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {offered.length > 0 && found.length === 0 && <p className="px-2 py-3 text-ink-soft">{t("notFound")}</p>}
    </div>
  );
}
