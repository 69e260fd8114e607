"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { mediaPreviewPath } from "@zhibu/domain/media/media-file";
import { fileSize } from "../../reader/file-facts.ts";
import { dayText } from "../format-time.ts";
import { ReaderText, type ShownPicture } from "./reader-text.tsx";

export type PaperArticle = {
  title: string;
  subtitle: string;
  source: string;
  author: string;
  /** A branch's own words above a pushed text. */
  introduction?: string;
  eventAt: Date | null;
  body: BodyDocument;
  /** What the college's facts in the text say. */
  facts: ReadonlyMap<string, string>;
  pictures: readonly ShownPicture[];
  attachments: readonly { id: string; name: string; bytes: number }[];
};

/** An article on a sheet, set as on the reader's page. */
export function ArticlePaper({ branch, article }: { branch: string; article: PaperArticle }) {
  const t = useTranslations("articles.reading");
  const { title, subtitle, source, author, eventAt, body, facts, pictures, attachments } = article;
  return (
    <article className="mx-auto max-w-3xl">
      <header className="reader-text border-b border-line pb-3 text-center">
        <h2 className="text-2xl leading-snug font-bold text-balance md:text-3xl">
          {title === "" ? t("untitled") : title}
        </h2>
        {subtitle !== "" && <p className="mt-2 text-lg">{subtitle}</p>}
        <ul className="mt-4 flex flex-wrap justify-center gap-x-5 text-sm text-[var(--color-soft)]">
          {source !== "" && <Fact>{t("source", { source })}</Fact>}
          {author !== "" && <Fact>{t("author", { author })}</Fact>}
          {eventAt !== null && <Fact>{t("event", { day: dayText(eventAt) })}</Fact>}
        </ul>
      </header>
      {article.introduction !== undefined && article.introduction !== "" && (
        <p className="reader-text mt-4 border-l-3 border-brand bg-[var(--color-sand)] px-5 py-3 whitespace-pre-wrap">
          {article.introduction}
        </p>
      )}
      <ReaderText branch={branch} body={body} pictures={pictures} facts={facts} />
      {attachments.length > 0 && (
        <section className="reader-text mt-6 bg-[var(--color-sand)] px-5 py-4" aria-label={t("attachments")}>
          <h3 className="font-bold">{t("attachments")}</h3>
          <ol className="mt-1 space-y-1">
            {attachments.map(({ id, name, bytes }) => (
              <li key={id}>
                <a href={mediaPreviewPath(branch, id, "original")} download className="underline underline-offset-4">
                  {name}
                </a>{" "}
                <span className="text-sm text-[var(--color-soft)]">{fileSize(bytes)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

function Fact({ children }: { children: ReactNode }) {
  return <li>{children}</li>;
}
