"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Appointment } from "@zhibu/core/tenancy/list-people";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { AppointmentList } from "./appointment-list.tsx";

/** In the order a branch names its people; a vacant post is shown too, for it is what somebody must act on. */
const roleOrder: readonly BranchRole[] = ["secretary", "organiser", "webmaster", "contributor"];

/** Who holds which role in the branch and until when. */
export function PeopleScreen({ branch }: { branch: string }) {
  const t = useTranslations("people");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <PeopleByRole branch={branch} />
    </>
  );
}

function PeopleByRole({ branch }: { branch: string }) {
  const t = useTranslations();
  const people = useQuery(useTRPC().people.list.queryOptions({ branch }));
  if (people.isPending) return <LoadingState label={t("common.loading")} />;
  if (people.isError) {
    return (
      <Panel>
        <QueryError error={people.error} onRetry={() => void people.refetch()} />
      </Panel>
    );
  }
  const past = people.data.filter(({ standing }) => standing === "ended");
  const present = people.data.filter(({ standing }) => standing !== "ended");
  if (people.data.length === 0) {
    return (
      <Panel>
        <EmptyState title={t("people.empty")} hint={t("people.emptyHint")} />
      </Panel>
    );
  }
  return (
    <>
      {roleOrder.map((role) => (
        <RolePanel key={role} role={role} appointments={present.filter((held) => held.role === role)} />
      ))}
      {past.length > 0 && (
        <details className="rounded-lg border border-line bg-surface px-4 py-3 md:px-5">
          <summary className="font-medium text-ink-soft">{t("people.past", { count: past.length })}</summary>
          <AppointmentList appointments={past} withRole />
        </details>
      )}
    </>
  );
}

function RolePanel({ role, appointments }: { role: BranchRole; appointments: readonly Appointment[] }) {
  const t = useTranslations();
  const count = appointments.length;
  return (
    <Panel
      title={t(`common.role.${role}`)}
      extra={count > 0 && <span className="text-ink-soft">{t("people.count", { count })}</span>}
    >
      {count === 0 ? (
        <p className="text-ink-soft">{t("people.vacant")}</p>
      ) : (
        <AppointmentList appointments={appointments} />
      )}
    </Panel>
  );
}
