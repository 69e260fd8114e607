"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../../components/button-link.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import type { ChosenPerson } from "../person-select.tsx";
import { HandOverDone, type HandedBranch } from "./hand-over-done.tsx";

const HandOverForm = dynamic(() => import("./hand-over-form.tsx").then((file) => file.HandOverForm), {
  ssr: false,
  loading: () => <LoadingState label="" rows={6} />,
});

type Result = { from: ChosenPerson; to: ChosenPerson; branches: HandedBranch[] };

/** Who leaves, who takes over, what goes: then the lists to sign. */
export function HandOverScreen({ fromUserId }: { fromUserId: string | null }) {
  const t = useTranslations("office-people");
  const common = useTranslations("common");
  const [result, setResult] = useState<Result | null>(null);
  const given = useQuery(
    useTRPC().office.people.get.queryOptions({ userId: fromUserId ?? "" }, { enabled: fromUserId !== null }),
  );
  return (
    <>
      <PageHeader
        title={t("handOverPage.title")}
        description={t("handOverPage.lead")}
        actions={<ButtonLink href="/office/people">{t("inviteForm.back")}</ButtonLink>}
      />
      {result ? (
        <HandOverDone {...result} onAnother={() => setResult(null)} />
      ) : (
        <Panel>
          {fromUserId !== null && given.isPending ? (
            <LoadingState label={common("loading")} rows={6} />
          ) : (
            <HandOverForm first={given.data?.person ?? null} onDone={setResult} />
          )}
        </Panel>
      )}
    </>
  );
}
