"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { MailWishPanel } from "../notifications/mail-wish-panel.tsx";
import { ChangeMyPassword } from "./change-my-password.tsx";
import { SecondFactorPanel } from "./second-factor-panel.tsx";
import { SessionList } from "./session-list.tsx";
import { SignOutEverywhere } from "./sign-out-everywhere.tsx";
import { TermList } from "./term-list.tsx";

/** The person's own page: roles and terms, password, and the sessions on other devices. */
export function AccountScreen({ displayName, loginName }: { displayName: string; loginName: string }) {
  const t = useTranslations("account");
  return (
    <div className="max-w-3xl">
      <PageHeader title={displayName} description={t("page.lead", { loginName })} />
      <Panel title={t("page.roles")} description={t("page.rolesLead")}>
        <MyTerms />
      </Panel>
      <MailWishPanel />
      <Panel title={t("page.password")} description={t("changePassword.effect")}>
        <ChangeMyPassword loginName={loginName} />
      </Panel>
      <SecondFactorPanel loginName={loginName} />
      <Panel title={t("page.sessions")} description={t("page.sessionsLead")} extra={<SignOutEverywhere />}>
        <SessionList />
      </Panel>
    </div>
  );
}

function MyTerms() {
  const t = useTranslations();
  const terms = useQuery(useTRPC().account.terms.queryOptions());
  if (terms.isPending) return <LoadingState label={t("common.loading")} rows={2} />;
  if (terms.isError) return <QueryError error={terms.error} onRetry={() => void terms.refetch()} />;
  if (terms.data.length === 0) {
    return <EmptyState title={t("account.page.rolesEmpty")} hint={t("account.page.rolesEmptyHint")} />;
  }
  return <TermList terms={terms.data} />;
}
