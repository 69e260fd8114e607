"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import type { MySession } from "@zhibu/core/tenancy/list-my-sessions";
import { LoadingState } from "@zhibu/ui/loading-state";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

/** The devices the person is signed in on, each of which can be signed out but for this one. */
export function SessionList() {
  const t = useTranslations("common");
  const sessions = useQuery(useTRPC().account.sessions.queryOptions());
  if (sessions.isPending) return <LoadingState label={t("loading")} rows={2} />;
  if (sessions.isError) return <QueryError error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <ul className="divide-y divide-line">
      {sessions.data.map((session) => (
        <Device key={session.id} session={session} />
      ))}
    </ul>
  );
}

function Device({ session }: { session: MySession }) {
  const t = useTranslations("account.page.device");
  const name = session.agent === "" ? t("unknown") : session.agent;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 font-medium">
          {name}
          {session.current && <StatusWord tone="good">{t("current")}</StatusWord>}
        </p>
        <p className="text-[13px] text-ink-soft">
          {session.address !== "" && <span className="mr-3 break-all">{session.address}</span>}
          <span className="mr-3 whitespace-nowrap">
            {t("signedIn")}
            <RelativeTime value={session.signedInAt} />
          </span>
          {!session.current && (
            <span className="mr-3 whitespace-nowrap">
              {t("lastSeen")}
              <RelativeTime value={session.lastSeenAt} />
            </span>
          )}
          {session.viaCampus && <span className="whitespace-nowrap">{t("viaCampus")}</span>}
        </p>
      </div>
      {!session.current && <EndSession sessionId={session.id} device={name} />}
    </li>
  );
}

function EndSession({ sessionId, device }: { sessionId: string; device: string }) {
  const t = useTranslations("account.page.device");
  const errorText = useErrorText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const trpc = useTRPC();
  const end = useMutation(
    trpc.account.endSession.mutationOptions({
      onSuccess: () => void message.success(t("ended")),
      onError: (error) => void message.error(errorText(error)),
      onSettled: () => client.invalidateQueries({ queryKey: trpc.account.sessions.queryOptions().queryKey }),
    }),
  );
  return (
    <Button
      size="small"
      loading={end.isPending}
      aria-label={t("endLabel", { device })}
      onClick={() => end.mutate({ sessionId })}
    >
      {t("end")}
    </Button>
  );
}
