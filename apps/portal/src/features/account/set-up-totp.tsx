"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmTotp } from "./confirm-totp.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { StartTotp } from "./start-totp.tsx";

type SetUpTotpProps = {
  loginName: string;
  /** Who only comes over the campus is asked for none. */
  hasPassword: boolean;
  onDone: () => void;
  /** Absent where it can't be put off. */
  onCancel?: () => void;
};

type Stage =
  | { kind: "start" }
  | { kind: "scan"; uri: string; secret: string }
  | { kind: "codes"; recoveryCodes: readonly string[] };

const stages = ["start", "scan", "codes"] as const;

/** An authenticator in three steps: who asks, scan and confirm, keep the recovery codes. Without antd, for entry pages. */
export function SetUpTotp({ loginName, hasPassword, onDone, onCancel }: SetUpTotpProps) {
  const t = useTranslations("account.totp");
  const [stage, setStage] = useState<Stage>({ kind: "start" });
  const number = stages.indexOf(stage.kind) + 1;
  return (
    <div>
      <p className="mb-4 text-[13px] font-medium text-brand" aria-live="polite">
        {t("step", { number, of: stages.length })} · {t(`${stage.kind}.title`)}
      </p>
      {stage.kind === "start" && (
        <StartTotp
          loginName={loginName}
          hasPassword={hasPassword}
          onCancel={onCancel}
          onStarted={(begun) => setStage({ kind: "scan", ...begun })}
        />
      )}
      {stage.kind === "scan" && (
        <ConfirmTotp
          uri={stage.uri}
          secret={stage.secret}
          onCancel={onCancel}
          onConfirmed={(recoveryCodes) => setStage({ kind: "codes", recoveryCodes })}
        />
      )}
      {stage.kind === "codes" && <RecoveryCodes codes={stage.recoveryCodes} loginName={loginName} onDone={onDone} />}
    </div>
  );
}
