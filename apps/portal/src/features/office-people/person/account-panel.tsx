"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { Panel } from "@zhibu/ui/panel";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { AccountWord } from "../account-word.tsx";
import { instantDayText, momentText } from "../day-text.ts";
import type { PersonDialog } from "./person-dialogs.tsx";

type AccountPanelProps = { person: OfficePerson; onDialog: (dialog: PersonDialog) => void };

/** How the person signs in, and what the office may do about it. */
export function AccountPanel({ person, onDialog }: AccountPanelProps) {
  const t = useTranslations("office-people.person");
  const { can, account } = person;
  const { loginName, email, createdAt, disabledAt } = person.person;
  const { openLink } = account;
  return (
    <Panel
      title={t("facts")}
      extra={can.edit && <Button onClick={() => onDialog({ type: "edit" })}>{t("edit")}</Button>}
    >
      <dl className="grid gap-x-6 gap-y-2.5 md:grid-cols-2">
        <Fact label={t("state")}>
          <AccountWord
            account={{
              disabled: disabledAt !== null,
              hasPassword: account.hasPassword,
              linkOpen: openLink !== null,
            }}
          />
          {disabledAt && (
            <p className="mt-1 text-[13px] text-ink-soft">{t("disabledSince", { at: instantDayText(disabledAt) })}</p>
          )}
          {openLink && (
            <p className="mt-1 text-[13px] text-ink-soft">
              {t("openLink", {
                by: openLink.createdByName,
                at: momentText(openLink.createdAt),
                until: momentText(openLink.expiresAt),
              })}
            </p>
          )}
        </Fact>
        <Fact label={t("loginName")}>{loginName}</Fact>
        <Fact label={t("email")}>{email ?? <span className="text-ink-soft">{t("noEmail")}</span>}</Fact>
        <Fact label={t("lastSeen")}>
          {account.lastSeenAt ? <RelativeTime value={account.lastSeenAt} /> : t("never")}
        </Fact>
        <Fact label={t("secondFactor")}>{t(account.secondFactor ? "hasSecondFactor" : "noSecondFactor")}</Fact>
        <Fact label={t("since")}>{instantDayText(createdAt)}</Fact>
      </dl>
      <AccountActions person={person} onDialog={onDialog} />
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-x-3">
      <dt className="w-20 shrink-0 text-ink-soft">{label}</dt>
      <dd className="min-w-0 flex-1 break-words">{children}</dd>
    </div>
  );
}

function AccountActions({ person, onDialog }: AccountPanelProps) {
  const t = useTranslations("office-people.person");
  const { can, account } = person;
  if (!can.sendLink && !can.resetSecondFactor && !can.disable && !can.enable) return null;
  return (
    <fieldset aria-label={t("moreActions")} className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
      {can.sendLink && (
        <Button onClick={() => onDialog({ type: "link" })}>{t(account.hasPassword ? "reset" : "invite")}</Button>
      )}
      {can.resetSecondFactor && <Button onClick={() => onDialog({ type: "totp" })}>{t("resetSecondFactor")}</Button>}
      {can.enable && <Button onClick={() => onDialog({ type: "enable" })}>{t("enable")}</Button>}
      {can.disable && (
        <Button danger onClick={() => onDialog({ type: "disable" })}>
          {t("disable")}
        </Button>
      )}
    </fieldset>
  );
}
