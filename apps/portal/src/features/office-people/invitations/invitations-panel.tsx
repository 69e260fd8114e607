"use client";

import { MailOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../../components/query-error.tsx";
import { ProgressBar } from "../import/progress-bar.tsx";
import { InvitationSlips } from "./invitation-slips.tsx";
import { type InvitationWork, useInvitations, type Way } from "./use-invitations.ts";

/** Links for everybody who waits for one: by mail, or on paper. Of one import, or of the whole college. */
export function InvitationsPanel({ importId }: { importId?: string }) {
  const t = useTranslations("office-people.invitations");
  const common = useTranslations("common");
  const { waiting, work, slips, begin } = useInvitations(importId);
  const busy = work !== null && !work.ended;
  return (
    <>
      <Panel title={t("title")} description={t("lead")}>
        {waiting.isPending && <LoadingState label={common("loading")} rows={2} />}
        {waiting.isError && <QueryError error={waiting.error} onRetry={() => void waiting.refetch()} />}
        {work && <Work work={work} />}
        {waiting.data && (
          <Ways waiting={waiting.data} busy={busy} quiet={work !== null} onBegin={(by) => void begin(by)} />
        )}
      </Panel>
      {slips.length > 0 && <InvitationSlips slips={slips} />}
    </>
  );
}

function Work({ work }: { work: InvitationWork }) {
  const t = useTranslations("office-people.invitations");
  const { by, done, total, stopped, ended } = work;
  if (!ended) return <ProgressBar label={t("working", { done, total })} done={done} total={total} />;
  return (
    <div className="mb-3 space-y-2">
      {stopped !== null && (
        <Notice tone="bad" role="alert">
          {t("stopped", { reason: stopped })}
        </Notice>
      )}
      {by === "mail" && done > 0 && <Notice tone="good">{t("mailed", { count: done })}</Notice>}
    </div>
  );
}

type WaysProps = {
  waiting: Record<Way, number>;
  busy: boolean;
  /** Something was done here already: that nobody waits any more needs no words. */
  quiet: boolean;
  onBegin: (by: Way) => void;
};

function Ways({ waiting, busy, quiet, onBegin }: WaysProps) {
  const t = useTranslations("office-people.invitations");
  const { mail, paper } = waiting;
  if (mail + paper === 0) return quiet ? null : <p className="text-ink-soft">{t("none")}</p>;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <section>
        <h3 className="font-medium">{t("mail")}</h3>
        <p className="mt-0.5 mb-2 text-ink-soft">{mail > 0 ? t("mailHint", { count: mail }) : t("mailNone")}</p>
        {mail > 0 && (
          <Button type="primary" disabled={busy} icon={<MailOutlined aria-hidden />} onClick={() => onBegin("mail")}>
            {t("mailSend", { count: mail })}
          </Button>
        )}
      </section>
      {paper > 0 && (
        <section>
          <h3 className="font-medium">{t("paper")}</h3>
          <p className="mt-0.5 mb-2 text-ink-soft">{t("paperHint", { count: paper })}</p>
          <Button disabled={busy} icon={<PrinterOutlined aria-hidden />} onClick={() => onBegin("paper")}>
            {t("paperMake", { count: paper })}
          </Button>
        </section>
      )}
    </div>
  );
}
