"use client";

import { useTranslations } from "next-intl";
import type { getTrailStanding } from "@zhibu/core/audit/get-trail-standing";

type Anchors = Awaited<ReturnType<typeof getTrailStanding>>["anchors"];

/** The newest anchors with their fingerprints, for somebody to note down away from the machine. */
export function AnchorList({ anchors }: { anchors: Anchors }) {
  const t = useTranslations("office-audit.integrity");
  return (
    <details className="mt-3">
      <summary className="w-fit font-medium text-ink-soft">{t("anchors")}</summary>
      {anchors.length === 0 ? (
        <p className="mt-2 text-ink-soft">{t("noAnchors")}</p>
      ) : (
        <>
          <p className="mt-2 text-ink-soft">{t("anchorsHint")}</p>
          <table className="mt-2 w-full text-left">
            <thead className="text-[13px] text-ink-soft">
              <tr>
                <th className="py-1 pr-4 font-medium">{t("anchorDay")}</th>
                <th className="py-1 pr-4 font-medium">{t("anchorChains")}</th>
                <th className="py-1 font-medium">{t("anchorHash")}</th>
              </tr>
            </thead>
            <tbody>
              {anchors.map(({ day, chains, hash }) => (
                <tr key={day} className="border-t border-line align-top">
                  <td className="py-1.5 pr-4 whitespace-nowrap">{day}</td>
                  <td className="py-1.5 pr-4">{chains}</td>
                  <td className="py-1.5 font-mono text-xs leading-5 break-all">{hash}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </details>
  );
}
