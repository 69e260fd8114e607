"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import { ButtonLink } from "../../../components/button-link.tsx";
import { useTRPC } from "../../../trpc/client.tsx";

/** People who can't begin, for nobody gave them a link. */
export function WaitingNotice() {
  const t = useTranslations("office-people.waiting");
  const waiting = useQuery(useTRPC().office.people.waiting.queryOptions({}));
  const count = (waiting.data?.mail ?? 0) + (waiting.data?.paper ?? 0);
  if (count === 0) return null;
  return (
    <div className="mb-4">
      <Notice
        tone="waiting"
        action={
          <ButtonLink size="small" href="/office/people/invitations">
            {t("action")}
          </ButtonLink>
        }
      >
        {t("notice", { count })}
      </Notice>
    </div>
  );
}
