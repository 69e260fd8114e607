"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { titleCharsMax } from "@zhibu/domain/articles/article-input";
import { fieldId } from "../panel/field-id.ts";

type TitleFieldsProps = {
  title: string;
  subtitle: string;
  isEditable: boolean;
  onChange: (fields: { title?: string; subtitle?: string }) => void;
  /** Enter goes on to the text. */
  onEnter: () => void;
};

const grows = "w-full resize-none overflow-hidden bg-transparent text-center outline-none";

/** The title, large, as readers will see it; the subtitle on wish. */
export function TitleFields({ title, subtitle, isEditable, onChange, onEnter }: TitleFieldsProps) {
  const t = useTranslations("editor.title");
  const [wantsSubtitle, setWantsSubtitle] = useState(false);
  const common = { rows: 1, maxLength: titleCharsMax, readOnly: !isEditable };
  function goOn(event: KeyboardEvent): void {
    // A Chinese input method takes Enter for itself while it composes.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  }
  return (
    <div className="mb-2 border-b border-line pb-3">
      <GrowingField
        {...common}
        id={fieldId("title")}
        aria-label={t("title")}
        placeholder={t("titlePlaceholder")}
        value={title}
        onChange={(event) => onChange({ title: event.target.value.replaceAll("\n", " ") })}
        onKeyDown={goOn}
        className={`${grows} block text-2xl leading-snug font-bold md:text-3xl`}
      />
      {subtitle !== "" || wantsSubtitle ? (
        <GrowingField
          {...common}
          id={fieldId("subtitle")}
          aria-label={t("subtitle")}
          placeholder={t("subtitlePlaceholder")}
          value={subtitle}
          onChange={(event) => onChange({ subtitle: event.target.value.replaceAll("\n", " ") })}
          onKeyDown={goOn}
          className={`${grows} mt-2 block text-lg`}
        />
      ) : (
        isEditable && (
          <button
            type="button"
            onClick={() => setWantsSubtitle(true)}
            className="mx-auto mt-1 block rounded px-2 text-[13px] text-ink-soft hover:bg-neutral-soft"
          >
            {t("addSubtitle")}
          </button>
        )
      )}
    </div>
  );
}

/** As high as its text: a long title wraps, as it does for readers. */
function GrowingField(props: ComponentProps<"textarea">) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return undefined;
    const fit = () => {
      current.style.height = "auto";
      current.style.height = `${current.scrollHeight}px`;
    };
    fit();
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, [props.value]);
  return <textarea {...props} ref={field} />;
}
