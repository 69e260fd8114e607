"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { Panel } from "@zhibu/ui/panel";
import { dayText } from "../articles/format-time.ts";
import type { BranchDialog, OfficeBranch } from "./branch-data.ts";
import { siteHost } from "./site-address.ts";

type BranchNamesProps = { data: OfficeBranch; rootOrigin: string; onDialog: (dialog: BranchDialog) => void };

/** How the branch is called and where its readers find it. */
export function BranchNames({ data: { branch, can }, rootOrigin, onDialog }: BranchNamesProps) {
  const t = useTranslations("office-branches");
  const n = useTranslations("office-branches.branch.names");
  return (
    <Panel
      title={n("title")}
      extra={
        can.manage && (
          <span className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => onDialog("domain")}>
              {branch.customDomain === null ? n("setDomain") : n("changeDomain")}
            </Button>
            <Button size="small" onClick={() => onDialog("rename")}>
              {n("edit")}
            </Button>
          </span>
        )
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
        <Fact label={n("name")}>{branch.name}</Fact>
        <Fact label={n("shortName")}>{branch.shortName}</Fact>
        <Fact label={n("kind")}>{t(`kind.${branch.kind}`)}</Fact>
        <Fact label={n("slug")}>
          <span className="break-all">{siteHost({ slug: branch.slug, customDomain: null }, rootOrigin)}</span>
          <span className="ml-2 text-[13px] text-ink-soft">{n("slugFixed")}</span>
        </Fact>
        <Fact label={n("domain")}>
          {branch.customDomain === null ? (
            <span className="text-ink-soft">{n("noDomain")}</span>
          ) : (
            <span className="break-all">{branch.customDomain}</span>
          )}
        </Fact>
        <Fact label={n("position")}>{branch.position}</Fact>
        <Fact label={n("created")}>{dayText(branch.createdAt)}</Fact>
        {branch.mergedFrom.length > 0 && (
          <Fact label={n("mergedFrom")}>
            {branch.mergedFrom.map(({ slug, name }) => (
              <Link key={slug} href={`/office/branches/${slug}`} className="mr-3 text-brand-strong hover:underline">
                {name}
              </Link>
            ))}
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
