"use client";

import { EditOutlined } from "@ant-design/icons";
import { Button, type ButtonProps } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";

const NewArticleDialog = dynamic(() => import("./new-article-dialog.tsx").then((file) => file.NewArticleDialog), {
  ssr: false,
});

/** 写文章, wherever one may begin. */
export function NewArticleButton({
  branch,
  ...button
}: { branch: string } & Pick<ButtonProps, "type" | "size" | "block">) {
  const t = useTranslations("articles.create");
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  return (
    <>
      <Button
        type="primary"
        icon={<EditOutlined aria-hidden />}
        {...button}
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        {t("button")}
      </Button>
      {wasOpened && <NewArticleDialog branch={branch} open={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}
