"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

/** Copies a text and says so where it stood. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTranslations("account.copy");
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  }
  return (
    <button
      type="button"
      onClick={() => void copy()}
      className="rounded-md px-2 py-1 text-[13px] font-medium text-brand hover:bg-brand-soft"
    >
      <span aria-live="polite">{copied ? t("done") : (label ?? t("copy"))}</span>
    </button>
  );
}
