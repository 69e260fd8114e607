"use client";

import { FileExcelOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ImportEntriesProps } from "./import-entries-dialog.tsx";

const ImportEntriesDialog = dynamic(
  () => import("./import-entries-dialog.tsx").then((file) => file.ImportEntriesDialog),
  { ssr: false },
);

/** 从 Excel 导入: everything about it comes when it is opened. */
export function ImportEntriesButton(props: Omit<ImportEntriesProps, "onClose">) {
  const t = useTranslations("publicity-import");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {isOpen && <ImportEntriesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
