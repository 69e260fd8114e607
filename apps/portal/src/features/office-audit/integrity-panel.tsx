"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { AnchorList } from "./anchor-list.tsx";
import { CheckOutcome } from "./check-outcome.tsx";

const refreshMs = 1_000;

type IntegrityPanelProps = {
  /** The one chain the list is narrowed to. */
  chain: { id: string; name: string } | null;
};

function useStanding() {
  return useQuery({
    ...useTRPC().office.audit.standing.queryOptions(),
    refetchInterval: (query) => (query.state.data?.check?.state === "running" ? refreshMs : false),
  });
}

/** Whether the trail is whole: the newest verification, the next one, and the anchors to note down. */
export function IntegrityPanel({ chain }: IntegrityPanelProps) {
  const t = useTranslations();
  const standing = useStanding();
  const running = standing.data?.check?.state === "running";
  return (
    <Panel
      title={t("office-audit.integrity.title")}
      description={t("office-audit.integrity.lead")}
      extra={<VerifyButton chain={chain} running={running} />}
    >
      {standing.isPending && <LoadingState label={t("common.loading")} rows={1} />}
      {standing.isError && <QueryError error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.data && (
        <>
          <CheckOutcome check={standing.data.check} />
          <AnchorList anchors={standing.data.anchors} />
        </>
      )}
    </Panel>
  );
}

function VerifyButton({ chain, running }: IntegrityPanelProps & { running: boolean }) {
  const t = useTranslations("office-audit.integrity");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const verify = useMutation(
    trpc.office.audit.verify.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.office.audit.standing.queryKey() }),
      onError: (error) => void message.error(errorText(error)),
    }),
  );
  return (
    <Button
      loading={verify.isPending || running}
      onClick={() => verify.mutate(chain === null ? {} : { chainId: chain.id })}
    >
      {chain === null ? t("verify") : t("verifyChain", { name: chain.name })}
    </Button>
  );
}
