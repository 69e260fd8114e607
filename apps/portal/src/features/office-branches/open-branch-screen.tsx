"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { PageHeader } from "@zhibu/ui/page-header";
import type { OpenedBranch } from "./branch-data.ts";
import { BranchOpened } from "./branch-opened.tsx";
import { OpenBranchForm } from "./open-branch-form.tsx";

type Opened = { answer: OpenedBranch; name: string };

/** One step to a new branch; then its people's links, shown this once. */
export function OpenBranchScreen({ rootOrigin }: { rootOrigin: string }) {
  const t = useTranslations("office-branches");
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened) {
    return (
      <BranchOpened {...opened.answer} name={opened.name} rootOrigin={rootOrigin} onAnother={() => setOpened(null)} />
    );
  }
  return (
    <>
      <Link href="/office/branches" className="mb-2 inline-block text-ink-soft hover:text-ink">
        ← {t("new.back")}
      </Link>
      <PageHeader title={t("new.title")} description={t("new.lead")} />
      <OpenBranchForm rootOrigin={rootOrigin} onOpened={(answer, name) => setOpened({ answer, name })} />
    </>
  );
}
