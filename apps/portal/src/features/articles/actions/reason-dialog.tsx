"use client";

import { Button, Input, Modal } from "antd";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { reasonCharsMax, reasonIn } from "@zhibu/domain/articles/reason";
import { HeldFields } from "../../../components/kept-form/held-fields.tsx";

type ReasonDialogProps = {
  open: boolean;
  title: string;
  /** What happens next, and what readers will see. */
  lead: ReactNode;
  label: string;
  placeholder?: string;
  /** Phrases to start from: a reason in words is compulsory, typing it all on a phone is not. */
  suggestions?: readonly string[];
  confirmLabel: string;
  danger?: boolean;
  pending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks why. The button stays usable: pressed too early, it says what is missing and puts the cursor there. */
export function ReasonDialog({ open, onClose, title, ...form }: ReasonDialogProps) {
  return (
    <Modal open={open} onCancel={onClose} title={title} footer={null} destroyOnHidden>
      <ReasonForm {...form} onClose={onClose} />
    </Modal>
  );
}

function ReasonForm(props: Omit<ReasonDialogProps, "open" | "title">) {
  const {
    lead,
    label,
    placeholder,
    suggestions = [],
    confirmLabel,
    danger = false,
    pending,
    onConfirm,
    onClose,
  } = props;
  const t = useTranslations("articles.dialog");
  const id = useId();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  function confirm(): void {
    const said = reasonIn(reason);
    setMissing(said === null);
    if (said !== null) onConfirm(said);
    else document.getElementById(id)?.focus();
  }
  return (
    <>
      <HeldFields held={pending}>
        <div className="mb-3 text-ink-soft">{lead}</div>
        <label htmlFor={id} className="mb-1 block font-medium">
          {label}
        </label>
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={reasonCharsMax}
          autoSize={{ minRows: 3, maxRows: 8 }}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-error` : undefined}
          status={isMissing ? "error" : ""}
          onChange={(event) => setReason(event.target.value)}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {isMissing && (
          <p id={`${id}-error`} role="alert" className="mt-1 text-bad">
            {t("reasonMissing")}
          </p>
        )}
        {suggestions.length > 0 && (
          <div className="mt-2 flex flex-wrap gap-2">
            {suggestions.map((suggestion) => (
              <Button
                key={suggestion}
                size="small"
                onClick={() => setReason((said) => (said === "" ? suggestion : `${said}\n${suggestion}`))}
              >
                {suggestion}
              </Button>
            ))}
          </div>
        )}
      </HeldFields>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="primary" danger={danger} loading={pending} onClick={confirm}>
          {confirmLabel}
        </Button>
      </div>
    </>
  );
}
