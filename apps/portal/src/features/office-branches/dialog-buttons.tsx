"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";

type DialogButtonsProps = { busy: boolean; danger?: boolean; onCancel: () => void; confirm: string };

/** The end of a dialog's form: cancel, and the one thing it does. */
export function DialogButtons({ busy, danger = false, onCancel, confirm }: DialogButtonsProps) {
  const t = useTranslations("common");
  return (
    <div className="mt-5 flex justify-end gap-2">
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <Button type="primary" htmlType="submit" danger={danger} loading={busy}>
        {confirm}
      </Button>
    </div>
  );
}
