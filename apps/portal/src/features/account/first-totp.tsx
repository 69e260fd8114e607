"use client";

import { ApiProvider } from "../../trpc/client.tsx";
import { SetUpTotp } from "./set-up-totp.tsx";

type FirstTotpProps = { userId: string; loginName: string; hasPassword: boolean; next: string };

/** The steps of the second-factor page, with an API client of its own: the console's frame is not there yet. */
export function FirstTotp({ userId, loginName, hasPassword, next }: FirstTotpProps) {
  return (
    <ApiProvider userId={userId}>
      <SetUpTotp loginName={loginName} hasPassword={hasPassword} onDone={() => window.location.assign(next)} />
    </ApiProvider>
  );
}
