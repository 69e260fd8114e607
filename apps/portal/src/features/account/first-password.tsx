"use client";

import { ApiProvider } from "../../trpc/client.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";

/** The form of the change-password page, with an API client of its own: the console's frame is not there yet. */
export function FirstPassword({ userId, loginName, next }: { userId: string; loginName: string; next: string }) {
  return (
    <ApiProvider userId={userId}>
      <ChangePasswordForm loginName={loginName} first onChanged={() => window.location.assign(next)} />
    </ApiProvider>
  );
}
