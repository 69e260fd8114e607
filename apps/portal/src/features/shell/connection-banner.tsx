"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { connectionStore } from "../../trpc/connection-trouble.ts";
import { askToSignInAgain, signInAgainStore } from "./sign-in-again-store.ts";

const probeEveryMs = 4_000;

/** One calm line under the top bar while the server can't be reached, or while a closed sign-in dialog left it locked. */
export function ConnectionBanner() {
  const t = useTranslations("shell");
  const trouble = useSyncExternalStore(connectionStore.subscribe, connectionStore.trouble, () => "none" as const);
  const local = useSyncExternalStore(connectionStore.subscribe, connectionStore.keepsLocalCopy, () => false);
  const session = useSyncExternalStore(signInAgainStore.subscribe, signInAgainStore.status, () => "idle" as const);
  useProbe(trouble !== "none");
  return (
    <output className="block">
      {session === "dismissed" && (
        <Line>
          {t("signInAgain.dismissed")}
          <Button size="small" onClick={() => void askToSignInAgain()}>
            {t("signInAgain.open")}
          </Button>
        </Line>
      )}
      {trouble !== "none" && <Line>{t(local ? `connection.${trouble}Local` : `connection.${trouble}`)}</Line>}
    </output>
  );
}

/** Asks every few seconds whether the server is back: the banner goes down by the first answer of any call. */
function useProbe(enabled: boolean): void {
  const probe = { enabled, retry: false, refetchInterval: probeEveryMs, gcTime: 0, trpc: { context: { quiet: true } } };
  useQuery(useTRPC().account.me.queryOptions(undefined, probe));
}

function Line({ children }: { children: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center justify-center gap-3 border-b border-waiting/20 bg-waiting-soft px-4 py-1.5 text-waiting">
      {children}
    </span>
  );
}
