"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { SentLink } from "@zhibu/core/tenancy/people/send-link";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../../components/button-link.tsx";
import { LinkCard } from "../link-card.tsx";

const InviteForm = dynamic(() => import("./invite-form.tsx").then((file) => file.InviteForm), {
  ssr: false,
  loading: () => <LoadingState label="" rows={6} />,
});

type Invited = { userId: string; link: SentLink };

/** A new person with their roles; then their link, which is shown this once. */
export function InviteScreen() {
  const t = useTranslations("office-people.inviteForm");
  const [invited, setInvited] = useState<Invited | null>(null);
  if (invited) return <InvitedPanel invited={invited} onAnother={() => setInvited(null)} />;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ButtonLink href="/office/people">{t("back")}</ButtonLink>}
      />
      <Panel>
        <InviteForm onInvited={setInvited} />
      </Panel>
    </>
  );
}

function InvitedPanel({ invited, onAnother }: { invited: Invited; onAnother: () => void }) {
  const t = useTranslations("office-people.inviteForm");
  const { displayName } = invited.link;
  return (
    <>
      <PageHeader title={t("done", { name: displayName })} />
      <Panel>
        <LinkCard link={invited.link} />
        <div className="mt-5 flex flex-wrap gap-2">
          <ButtonLink href={`/office/people/${invited.userId}`}>{t("toPerson", { name: displayName })}</ButtonLink>
          <Button onClick={onAnother}>{t("another")}</Button>
        </div>
      </Panel>
    </>
  );
}
