"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addPageInput } from "@zhibu/domain/baseline/baseline-inputs";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DialogButtons } from "../office-facts/dialog-buttons.tsx";
import { useFormState } from "../office-facts/form-state.ts";
import { useBaselineMutation } from "../office-facts/use-baseline-mutation.ts";
import type { PageItem, PageList } from "./page-data.ts";

type PageFormProps = { page: PageItem | null; site: PageList["site"]; onDone: () => void };

/** A page's name in the menu, its address (for good), and the article behind it. */
export function PageForm({ page, site, onDone }: PageFormProps) {
  const t = useTranslations("office-pages");
  const { office } = useTRPC();
  const done = useBaselineMutation({ says: t("done"), after: onDone });
  const add = useMutation(office.pages.add.mutationOptions(done));
  const change = useMutation(office.pages.change.mutationOptions(done));
  const form = useFormState(addPageInput, {
    slug: page?.slug ?? "",
    title: page?.title ?? "",
    articleId: page?.article?.id ?? "",
  });
  const { values } = form;
  const isBusy = add.isPending || change.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = form.take();
        if (!input) return;
        const { title, articleId } = input;
        if (page) change.mutate({ pageId: page.id, version: page.version, title, articleId });
        else add.mutate(input);
      }}
    >
      <HeldFields held={isBusy} className="space-y-3">
        <TextField
          label={t("field.title")}
          hint={t("hint.title")}
          value={values.title}
          maxLength={30}
          onChange={(event) => form.set({ title: event.target.value })}
          {...(form.isWrong("title") && { error: t("wrong.title") })}
        />
        <TextField
          label={t("field.slug")}
          hint={page ? t("hint.slugFixed") : t("hint.slug")}
          value={values.slug}
          maxLength={40}
          readOnly={page !== null}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => form.set({ slug: event.target.value })}
          {...(form.isWrong("slug") && { error: t("wrong.slug") })}
        />
        <ArticleChoice
          chosen={values.articleId}
          siteName={site?.name ?? ""}
          onChoose={(articleId) => form.set({ articleId })}
          error={form.isWrong("articleId") ? t("wrong.article") : null}
        />
      </HeldFields>
      <DialogButtons label={t("save")} isBusy={isBusy} onCancel={onDone} />
    </form>
  );
}

type ArticleChoiceProps = {
  chosen: string;
  siteName: string;
  onChoose: (articleId: string) => void;
  error: string | null;
};

function ArticleChoice({ chosen, siteName, onChoose, error }: ArticleChoiceProps) {
  const t = useTranslations("office-pages");
  const [search, setSearch] = useState("");
  const articles = useQuery(useTRPC().office.pages.articles.queryOptions({ search }));
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("field.article")}</legend>
      <TextField
        label={t("findArticle")}
        hiddenLabel
        type="search"
        placeholder={t("findArticle")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="mt-2 max-h-56 overflow-y-auto rounded-md border border-line">
        {articles.data?.length === 0 && <p className="px-3 py-3 text-ink-soft">{t("noArticle", { site: siteName })}</p>}
        {articles.data?.map(({ id, title, visibility }) => (
          <label key={id} className="flex min-h-10 items-center gap-2 px-3 hover:bg-ground">
            <input
              type="radio"
              name="article"
              checked={chosen === id}
              onChange={() => onChoose(id)}
              className="size-4 shrink-0 accent-brand"
            />
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {visibility !== "live" && <span className="text-[13px] text-waiting">{t("notLive")}</span>}
          </label>
        ))}
      </div>
      {error !== null && (
        <p role="alert" className="mt-1 text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
