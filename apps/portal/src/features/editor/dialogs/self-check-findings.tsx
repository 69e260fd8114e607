"use client";

import { Button, Input } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { reasonCharsMax } from "@zhibu/domain/articles/reason";
import type { Finding } from "@zhibu/domain/checks/finding";
import { Notice } from "@zhibu/ui/notice";
import { FindingItem } from "../../articles/checks/finding-item.tsx";

type SelfCheckFindingsProps = {
  findings: readonly Finding[];
  /** By finding: why it may pass all the same. */
  reasons: Readonly<Record<string, string>>;
  onReason: (findingKey: string, reason: string) => void;
  onJump: (finding: Finding) => void;
};

/** What must be settled stands open; what is only to be looked at is one click away. */
export function SelfCheckFindings({ findings, reasons, onReason, onJump }: SelfCheckFindingsProps) {
  const t = useTranslations("editor.selfCheck");
  const blocking = findings.filter(({ severity }) => severity === "block");
  const others = findings.filter(({ severity }) => severity !== "block");
  return (
    <>
      {findings.length === 0 && <Notice tone="good">{t("clean")}</Notice>}
      {blocking.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-bad/30 px-3 py-3">
          {blocking.map((finding) => (
            <FindingItem key={finding.key} finding={finding}>
              <WaiverField
                reason={reasons[finding.key]}
                onReason={(reason) => onReason(finding.key, reason)}
                onJump={() => onJump(finding)}
              />
            </FindingItem>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details
          className="mt-2 rounded-md border border-line px-3 py-2"
          open={blocking.length === 0 && others.length <= 3}
        >
          <summary className="font-medium">{t("others", { count: others.length })}</summary>
          <ul className="mt-2 divide-y divide-line">
            {others.map((finding) => (
              <FindingItem key={finding.key} finding={finding}>
                <Button size="small" onClick={() => onJump(finding)}>
                  {t("mend")}
                </Button>
              </FindingItem>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type WaiverFieldProps = { reason: string | undefined; onReason: (reason: string) => void; onJump: () => void };

function WaiverField({ reason, onReason, onJump }: WaiverFieldProps) {
  const t = useTranslations("editor.selfCheck");
  const [isAsking, setAsking] = useState(reason !== undefined);
  return (
    <>
      <span className="flex flex-wrap gap-2">
        <Button size="small" type="primary" ghost onClick={onJump}>
          {t("mend")}
        </Button>
        {!isAsking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t("askWaiver")}
          </Button>
        )}
      </span>
      {isAsking && (
        <Input.TextArea
          className="mt-2"
          value={reason ?? ""}
          maxLength={reasonCharsMax}
          aria-label={t("waiverReason")}
          placeholder={t("waiverPlaceholder")}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </>
  );
}
