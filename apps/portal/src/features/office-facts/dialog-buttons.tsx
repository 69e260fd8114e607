"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";

type DialogButtonsProps = { label: string; isBusy: boolean; danger?: boolean; onCancel: () => void };

/** The end of a dialog's form: the way back, and the one thing it does. */
export function DialogButtons({ label, isBusy, danger = false, onCancel }: DialogButtonsProps) {
  const t = useTranslations("common");
  return (
    <div className="mt-5 flex justify-end gap-2">
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <Button type="primary" htmlType="submit" danger={danger} loading={isBusy}>
        {label}
      </Button>
    </div>
  );
}
