"use client";

import { CopyOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { SentLink } from "@zhibu/core/tenancy/people/send-link";
import { Notice } from "@zhibu/ui/notice";
import { momentText } from "./day-text.ts";

/** A one-time link, shown this once, to be copied and handed over. */
export function LinkCard({ link }: { link: SentLink }) {
  const t = useTranslations("office-people");
  const { message } = App.useApp();
  const field = useRef<HTMLInputElement>(null);
  const { displayName, loginName, expiresAt, mailed, path, purpose } = link;
  const address = new URL(path, globalThis.location.origin).href;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      void message.success(t("copied"));
    } catch {
      // Browsers without the permission still let a person copy what is marked.
      field.current?.select();
      void message.warning(t("copyFailed"));
    }
  }

  return (
    <section aria-label={t(purpose === "invite" ? "link.inviteTitle" : "link.resetTitle", { name: displayName })}>
      <p className="mb-3 text-pretty">{t("link.lead", { until: momentText(expiresAt) })}</p>
      <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">{t("link.loginName")}</dt>
        <dd className="font-medium break-all">{loginName}</dd>
      </dl>
      <div className="mb-3 flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          value={address}
          aria-label={t("link.address")}
          onFocus={(event) => event.target.select()}
          className="h-10 min-w-0 flex-1 basis-60 rounded-md border border-line-strong bg-ground px-3 font-mono text-[13px] md:h-8.5"
        />
        <Button type="primary" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t("copy")}
        </Button>
      </div>
      <Notice tone={mailed ? "good" : "info"}>
        {mailed ? t("link.mailed", { name: displayName }) : t("link.notMailed")}
      </Notice>
    </section>
  );
}
