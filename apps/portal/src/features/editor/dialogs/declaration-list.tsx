"use client";

import { Checkbox } from "antd";
import { useTranslations } from "next-intl";
import { selfCheckDeclarations } from "@zhibu/domain/checks/self-check";
import { type SelfCheckKey, selfCheckVersion } from "@zhibu/domain/checks/self-check-keys";

type DeclarationListProps = {
  declared: ReadonlySet<SelfCheckKey>;
  onChange: (declared: ReadonlySet<SelfCheckKey>) => void;
};

/** The five declarations, each with what it means and where the duty comes from. */
export function DeclarationList({ declared, onChange }: DeclarationListProps) {
  const t = useTranslations("checks");
  function toggle(key: SelfCheckKey, isDeclared: boolean): void {
    const next = new Set(declared);
    if (isDeclared) next.add(key);
    else next.delete(key);
    onChange(next);
  }
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {selfCheckDeclarations.map(({ key, basis }) => (
        <li key={key} className="px-3 py-2.5">
          <Checkbox checked={declared.has(key)} onChange={(event) => toggle(key, event.target.checked)}>
            <span className="font-medium">{t(`selfCheck.${selfCheckVersion}.${key}.label`)}</span>
          </Checkbox>
          <p className="mt-0.5 pl-6 text-[13px] text-ink-soft">{t(`selfCheck.${selfCheckVersion}.${key}.explain`)}</p>
          <p className="mt-0.5 pl-6 text-xs text-ink-soft">
            {basis.map(({ source, article }) => t(`sources.${source}`, { article })).join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
