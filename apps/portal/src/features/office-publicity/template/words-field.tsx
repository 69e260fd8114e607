"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { flushSync } from "react-dom";
import {
  fillNotice,
  noticePlaceholders,
  unknownPlaceholders,
  type WordedField,
  wordsFilledIn,
} from "@zhibu/domain/publicity/publicity-template";
import { TextAreaField } from "@zhibu/ui/text-area-field";

type Word = (typeof noticePlaceholders)[number];

type WordsFieldProps = {
  field: WordedField;
  value: string;
  max: number;
  isWrong: boolean;
  onChange: (value: string) => void;
};

/** A text with place-holders: a click puts one where the caret stands, and below it stands what readers get. */
export function WordsField({ field, value, max, isWrong, onChange }: WordsFieldProps) {
  const t = useTranslations("office-publicity.template");
  const label = t(field);
  const area = useRef<HTMLTextAreaElement>(null);
  const sample = useSampleWords();
  const unknown = unknownPlaceholders(value, field);
  function insert(word: Word): void {
    const at = area.current;
    if (!at) return;
    const put = `{{${word}}}`;
    const { selectionStart, selectionEnd } = at;
    // The caret can only stand behind the word once it is there.
    flushSync(() => onChange(value.slice(0, selectionStart) + put + value.slice(selectionEnd)));
    at.focus();
    at.setSelectionRange(selectionStart + put.length, selectionStart + put.length);
  }
  const error =
    unknown.length > 0
      ? t("wrong.placeholder", { words: unknown.map((word) => `“${word}”`).join("、") })
      : isWrong
        ? t("wrong.text", { max })
        : undefined;
  return (
    <div>
      <TextAreaField
        ref={area}
        label={label}
        value={value}
        maxLength={max}
        onChange={(event) => onChange(event.target.value)}
        {...(error !== undefined && { error })}
      />
      <fieldset aria-label={`${label} ${t("insert")}`} className="mt-2 flex flex-wrap items-center gap-1.5">
        <span className="text-[13px] text-ink-soft">{t("insert")}</span>
        {wordsFilledIn[field].map((word) => (
          <button
            key={word}
            type="button"
            aria-label={t("insertInto", { field: label, word })}
            onClick={() => insert(word)}
            className="min-h-8 rounded border border-line-strong bg-surface px-2 text-[13px] hover:border-brand md:min-h-7"
          >
            {word}
          </button>
        ))}
      </fieldset>
      <div className="mt-2 rounded-md bg-ground px-3 py-2">
        <p className="text-[13px] text-ink-soft">
          {t("preview")}
          <span className="sr-only">{t("previewOf", { field: label })}</span>
        </p>
        <p className="break-words whitespace-pre-wrap">{fillNotice(value, sample)}</p>
      </div>
    </div>
  );
}

/** Values no branch has, so that nobody takes the preview for a list. */
function useSampleWords(): Record<Word, string> {
  const t = useTranslations("office-publicity.template.sample");
  return Object.fromEntries(noticePlaceholders.map((word) => [word, t(word)])) as Record<Word, string>; // Every word is a key.
}
