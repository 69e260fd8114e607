"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { leaveForCampus } from "./auth-requests.ts";

/** The other way in: the campus's own sign-in page. */
export function CampusButton({ name, next }: { name: string; next: string }) {
  const t = useTranslations("account.signIn.campus");
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");

  async function leave(): Promise<void> {
    if (state === "leaving") return;
    setState("leaving");
    if (!(await leaveForCampus(next))) setState("failed");
  }

  return (
    <div className="mt-6">
      <p className="mb-4 flex items-center gap-3 text-[13px] text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {state === "failed" && (
        <div className="mb-4">
          <Notice tone="bad" role="alert">
            {t("away")}
          </Notice>
        </div>
      )}
      <button
        type="button"
        aria-disabled={state === "leaving"}
        onClick={() => void leave()}
        className="flex min-h-11 w-full items-center justify-center rounded-md border border-line-strong bg-surface px-4 py-2 text-[15px] font-medium transition-colors hover:border-brand hover:text-brand aria-disabled:cursor-progress"
      >
        {state === "leaving" ? t("leaving") : t("button", { name })}
      </button>
    </div>
  );
}
