"use client";

import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { fullMomentText } from "../format-time.ts";
import { fromShanghaiInput, toShanghaiInput, tomorrowMorning } from "../shanghai-input.ts";

type ScheduleDialogProps = {
  open: boolean;
  /** The time planned so far, where there is one. */
  scheduledAt: Date | null;
  pending: boolean;
  onConfirm: (publishAt: string) => void;
  onClose: () => void;
};

/** When a text goes out by itself; typed or picked in the browser's own field, in Asia/Shanghai. */
export function ScheduleDialog({ open, onClose, ...form }: ScheduleDialogProps) {
  const t = useTranslations("articles.schedule");
  return (
    <Modal open={open} onCancel={onClose} title={t("title")} footer={null} width={420} destroyOnHidden>
      <ScheduleForm {...form} onClose={onClose} />
    </Modal>
  );
}

function ScheduleForm({ scheduledAt, pending, onConfirm, onClose }: Omit<ScheduleDialogProps, "open">) {
  const t = useTranslations("articles.schedule");
  const id = useId();
  const [now] = useState(() => new Date());
  const [value, setValue] = useState(() =>
    scheduledAt === null ? tomorrowMorning(now) : toShanghaiInput(scheduledAt),
  );
  const [problem, setProblem] = useState<"missing" | "past" | null>(null);
  const publishAt = fromShanghaiInput(value);
  function confirm(): void {
    if (publishAt === null) return setProblem("missing");
    if (new Date(publishAt).getTime() <= Date.now()) return setProblem("past");
    onConfirm(publishAt);
  }
  return (
    <>
      <label htmlFor={id} className="mb-1 block font-medium">
        {t("label")}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={value}
        min={toShanghaiInput(now)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setValue(event.target.value);
          setProblem(null);
        }}
        className="h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-base"
      />
      <output id={`${id}-note`} className={`mt-2 block ${problem === null ? "text-ink-soft" : "text-bad"}`}>
        {problem === null && publishAt !== null && t("note", { time: fullMomentText(new Date(publishAt)) })}
        {problem !== null && t(problem)}
      </output>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="primary" loading={pending} onClick={confirm}>
          {t("confirm")}
        </Button>
      </div>
    </>
  );
}
