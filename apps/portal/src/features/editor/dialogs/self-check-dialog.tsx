"use client";

import { Button, Input, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { reasonSchema, type Waiver } from "@zhibu/domain/articles/article-input";
import { reasonCharsMax } from "@zhibu/domain/articles/reason";
import type { Finding } from "@zhibu/domain/checks/finding";
import { type SelfCheck } from "@zhibu/domain/checks/self-check";
import { selfCheckKeys, type SelfCheckKey, selfCheckVersion } from "@zhibu/domain/checks/self-check-keys";
import { Notice } from "@zhibu/ui/notice";
import { DeclarationList } from "./declaration-list.tsx";
import { SelfCheckFindings } from "./self-check-findings.tsx";

export type SelfCheckAnswer = { selfCheck: SelfCheck; note: string; waiversAsked: Waiver[] };

type SelfCheckDialogProps = {
  open: boolean;
  findings: readonly Finding[];
  pending: boolean;
  onJump: (finding: Finding) => void;
  onSubmit: (answer: SelfCheckAnswer) => void;
  onClose: () => void;
};

/** The webmaster's check before the secretary sees the text (opinions IV(1)): findings settled, five declarations given. */
export function SelfCheckDialog({ open, onClose, ...form }: SelfCheckDialogProps) {
  const t = useTranslations("editor.selfCheck");
  return (
    <Modal open={open} onCancel={onClose} title={t("title")} footer={null} width={680} destroyOnHidden>
      <SelfCheckForm {...form} onClose={onClose} />
    </Modal>
  );
}

function SelfCheckForm({ findings, pending, onJump, onSubmit, onClose }: Omit<SelfCheckDialogProps, "open">) {
  const t = useTranslations("editor.selfCheck");
  const noteId = useId();
  const [declared, setDeclared] = useState<ReadonlySet<SelfCheckKey>>(new Set());
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState("");
  const [wasTried, setTried] = useState(false);
  const open = findings.filter(
    ({ severity, key }) => severity === "block" && !reasonSchema.safeParse(reasons[key]).success,
  );
  const undeclared = selfCheckKeys.filter((key) => !declared.has(key));
  function submit(): void {
    setTried(true);
    if (open.length > 0 || undeclared.length > 0) return;
    const waiversAsked = findings
      .filter(({ severity }) => severity === "block")
      .map(({ key }) => ({ findingKey: key, reason: reasons[key] ?? "" }));
    onSubmit({ selfCheck: declaration(), note, waiversAsked });
  }
  return (
    <>
      <p className="mb-4 text-ink-soft">{t("lead")}</p>
      <h2 className="mb-2 text-[15px] font-semibold">{t("findings")}</h2>
      <SelfCheckFindings
        findings={findings}
        reasons={reasons}
        onReason={(key, reason) => setReasons({ ...reasons, [key]: reason })}
        onJump={onJump}
      />
      <h2 className="mt-6 mb-2 text-[15px] font-semibold">{t("declarations")}</h2>
      <DeclarationList declared={declared} onChange={setDeclared} />
      <label htmlFor={noteId} className="mt-5 mb-1 block text-[15px] font-semibold">
        {t("note")}
      </label>
      <Input.TextArea
        id={noteId}
        value={note}
        maxLength={reasonCharsMax}
        placeholder={t("notePlaceholder")}
        autoSize={{ minRows: 2, maxRows: 5 }}
        onChange={(event) => setNote(event.target.value)}
      />
      {wasTried && open.length + undeclared.length > 0 && (
        <div className="mt-4">
          <Notice tone="bad" role="alert">
            {open.length > 0 ? t("stillOpen", { count: open.length }) : t("undeclared", { count: undeclared.length })}
          </Notice>
        </div>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="primary" loading={pending} onClick={submit}>
          {t("submit")}
        </Button>
      </div>
    </>
  );
}

function declaration(): SelfCheck {
  return { version: selfCheckVersion, legality: true, copyright: true, portrait: true, privacy: true, secrecy: true };
}
