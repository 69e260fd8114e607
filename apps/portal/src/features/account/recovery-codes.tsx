"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { CopyButton } from "./copy-button.tsx";

type RecoveryCodesProps = {
  codes: readonly string[];
  /** Whose they are, on paper. */
  loginName: string;
  onDone: () => void;
};

const quietButton = "rounded-md px-2 py-1 text-[13px] font-medium text-brand hover:bg-brand-soft";

/** The codes for who loses the authenticator, shown this once; on paper they stand alone on the page. */
export function RecoveryCodes({ codes, loginName, onDone }: RecoveryCodesProps) {
  const t = useTranslations("account.totp.codes");
  const [kept, setKept] = useState(false);
  return (
    <div className="space-y-5">
      <Notice tone="waiting">{t("lead")}</Notice>
      <section
        aria-label={t("listLabel")}
        className="rounded-md border border-line bg-neutral-soft px-4 py-3 print:fixed print:inset-0 print:z-50 print:border-0 print:bg-white print:p-12"
      >
        <p className="mb-4 hidden text-lg font-semibold print:block">{t("paperTitle", { loginName })}</p>
        <ol className="grid gap-x-4 gap-y-1.5 font-mono text-[15px] whitespace-nowrap sm:grid-cols-2 sm:text-[13px] print:grid-cols-2 print:text-base">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="mt-4 hidden text-sm print:block">{t("paperHint")}</p>
      </section>
      <p className="flex flex-wrap gap-x-2">
        <CopyButton text={codes.join("\n")} label={t("copy")} />
        <button type="button" className={quietButton} onClick={() => window.print()}>
          {t("print")}
        </button>
      </p>
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          className="mt-1 size-4 accent-brand"
        />
        {t("kept")}
      </label>
      <button
        type="button"
        disabled={!kept}
        onClick={onDone}
        className="flex h-[var(--field-height,2.75rem)] w-full items-center justify-center rounded-md bg-brand px-4 text-[15px] font-medium text-white transition-colors hover:bg-brand-strong disabled:bg-neutral-soft disabled:text-ink-soft"
      >
        {t("done")}
      </button>
    </div>
  );
}
