"use client";

import { useTranslations } from "next-intl";
import type { CheckResult } from "@zhibu/core/audit/run-trail-check";

type Hashes = { expected: string; found: string };

/** Where the trail breaks, chain by chain, and what was expected there. */
export function BreakList({ result: { broken, brokenCount, anchorBreaks } }: { result: CheckResult }) {
  const t = useTranslations("office-audit.integrity");
  return (
    <ul className="grid gap-3">
      {broken.map(({ chainId, name, rows, breaks, breakCount }) => (
        <li key={chainId}>
          <p className="font-medium">{name === "" ? t("nobodysChain", { id: chainId }) : t("where", { name, rows })}</p>
          <ul className="mt-1 list-disc pl-5">
            {breaks.map(({ kind, seq, day, expected, found }, index) => (
              <li key={`${kind}${seq}${index}`}>
                {t(`break.${kind}`, { seq, day: day ?? "", expected, found })}
                <HashPair expected={expected} found={found} />
              </li>
            ))}
            {breakCount > breaks.length && <li>{t("moreBreaks", { count: breakCount - breaks.length })}</li>}
          </ul>
        </li>
      ))}
      {brokenCount > broken.length && <li>{t("moreChains", { count: brokenCount - broken.length })}</li>}
      {anchorBreaks.map(({ kind, day, expected, found }, index) => (
        <li key={`${kind}${day}${index}`}>
          {t(`anchorBreak.${kind}`, { day })}
          <HashPair expected={expected} found={found} />
        </li>
      ))}
    </ul>
  );
}

/** Row numbers stand in the sentence already. */
function HashPair({ expected, found }: Hashes) {
  const t = useTranslations("office-audit.integrity");
  if (expected.length !== 64) return null;
  return (
    <span className="block font-mono text-xs leading-5 break-all text-ink-soft">
      <span className="block">{t("expected", { hash: expected })}</span>
      {found !== "" && <span className="block">{t("found", { hash: found })}</span>}
    </span>
  );
}
