"use client";

import { CheckCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { Finding } from "@zhibu/domain/checks/finding";
import { FindingItem } from "../../articles/checks/finding-item.tsx";

type FindingsPanelProps = {
  findings: readonly Finding[];
  isEditable: boolean;
  onJump: (finding: Finding) => void;
  onFix: (finding: Finding) => void;
};

/** What the automatic checks stopped at, the gravest first; each leads to its place. */
export function FindingsPanel({ findings, isEditable, onJump, onFix }: FindingsPanelProps) {
  const t = useTranslations("editor.findings");
  if (findings.length === 0) {
    return (
      <p className="flex items-center gap-2 rounded-md bg-good-soft px-3 py-2.5 text-good">
        <CheckCircleOutlined aria-hidden />
        {t("none")}
      </p>
    );
  }
  return (
    <>
      <p className="mb-3 text-ink-soft">{t("lead")}</p>
      <ul className="divide-y divide-line">
        {findings.map((finding) => (
          <FindingItem key={finding.key} finding={finding}>
            <span className="flex flex-wrap gap-2">
              <Button size="small" onClick={() => onJump(finding)}>
                {t("jump")}
              </Button>
              {isEditable && finding.fix !== undefined && finding.where.field === "body" && (
                <Button size="small" onClick={() => onFix(finding)}>
                  {t("fix", { replacement: finding.fix.replacement })}
                </Button>
              )}
            </span>
          </FindingItem>
        ))}
      </ul>
    </>
  );
}
