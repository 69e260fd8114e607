"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { TextField } from "@zhibu/ui/text-field";
import { FoundArticle } from "./found-article.tsx";
import { TakeDownRows } from "./take-down-rows.tsx";

/** Any item of any branch, found by the address somebody reported, and taken down; below, what was. */
export function TakeDownsScreen() {
  const t = useTranslations("office-take-downs");
  const [address, setAddress] = useQueryState("address", parseAsString.withDefault(""));
  const [typed, setTyped] = useState(address);
  const [isMissing, setMissing] = useState(false);
  function find(): void {
    const wanted = typed.trim();
    setMissing(wanted === "");
    if (wanted !== "") void setAddress(wanted);
  }
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <Panel title={t("find.title")} description={t("find.lead")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
          className="flex flex-wrap items-end gap-3"
        >
          <div className="min-w-0 flex-1 basis-72">
            <TextField
              label={t("find.label")}
              value={typed}
              maxLength={500}
              inputMode="url"
              placeholder={t("find.placeholder")}
              error={isMissing ? t("find.missing") : undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Button htmlType="submit" type="primary" className="max-md:w-full">
            {t("find.button")}
          </Button>
        </form>
        {address !== "" && <FoundArticle address={address} />}
      </Panel>
      <Panel title={t("past.title")} description={t("past.lead")} flush>
        <TakeDownRows />
      </Panel>
    </>
  );
}
