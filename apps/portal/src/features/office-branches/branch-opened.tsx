"use client";

import { ExportOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../components/button-link.tsx";
import type { OpenedBranch } from "./branch-data.ts";
import { InvitationRow } from "./invitation-row.tsx";
import { siteHref } from "./site-address.ts";

type BranchOpenedProps = OpenedBranch & { name: string; rootOrigin: string; onAnother: () => void };

/** The branch is there; its people's links are shown now and never again. */
export function BranchOpened({ slug, name, invitations, rootOrigin, onAnother }: BranchOpenedProps) {
  const t = useTranslations("office-branches.opened");
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <PageHeader
        title={t("title", { name })}
        description={t("lead")}
        actions={
          <>
            <Button onClick={onAnother}>{t("another")}</Button>
            <Button
              href={siteHref({ slug, customDomain: null }, rootOrigin)}
              target="_blank"
              icon={<ExportOutlined aria-hidden />}
            >
              {t("site")}
            </Button>
            <ButtonLink type="primary" href={`/office/branches/${slug}`}>
              {t("detail")}
            </ButtonLink>
          </>
        }
      />
      <Panel title={t("invitations")}>
        {invitations.length === 0 ? (
          <p className="text-ink-soft">{t("none")}</p>
        ) : (
          <>
            <Notice tone="waiting">{t("once")}</Notice>
            <ul className="mt-2 divide-y divide-line">
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.loginName} invitation={invitation} />
              ))}
            </ul>
          </>
        )}
      </Panel>
    </div>
  );
}
