"use client";

import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";

const NewPublicityDialog = dynamic(() => import("./new-publicity-dialog.tsx").then((file) => file.NewPublicityDialog), {
  ssr: false,
});

/** 新建公示: the type is chosen in a dialog that comes when it is opened. */
export function NewPublicityButton({ branch }: { branch: string }) {
  const t = useTranslations("publicity.create");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      {isOpen && <NewPublicityDialog branch={branch} onClose={() => setOpen(false)} />}
    </>
  );
}
