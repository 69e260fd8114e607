"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type FormButtonsProps = { busy: boolean; disabled?: boolean; onCancel: () => void; children: ReactNode };

/** The end of a dialog's form: cancel, and the one thing it does. */
export function FormButtons({ busy, disabled = false, onCancel, children }: FormButtonsProps) {
  const t = useTranslations("common");
  return (
    <div className="flex justify-end gap-2">
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <Button type="primary" htmlType="submit" loading={busy} disabled={disabled}>
        {children}
      </Button>
    </div>
  );
}
