"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";

const kinds = ["general", "direct"] as const;
type Kind = (typeof kinds)[number];

/** 党总支 or 直属党支部, as the portal sorts them. */
export function KindChoice({ value, onChange }: { value: Kind | null; onChange: (kind: Kind) => void }) {
  const t = useTranslations("office-branches");
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("new.kind")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {kinds.map((kind) => (
          <label key={kind} className="flex min-h-10 items-center gap-2 md:min-h-8">
            <input
              type="radio"
              name={name}
              checked={value === kind}
              onChange={() => onChange(kind)}
              className="size-4 accent-brand"
            />
            {t(`kind.${kind}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
