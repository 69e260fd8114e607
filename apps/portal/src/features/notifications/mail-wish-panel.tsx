"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

const wishes = ["each", "daily", "none"] as const;
type Wish = (typeof wishes)[number];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How the person wants to be told by mail of what the bell shows anyway. */
export function MailWishPanel() {
  const t = useTranslations("notifications.wish");
  const common = useTranslations("common");
  const wish = useQuery(useTRPC().notifications.wish.queryOptions());
  return (
    <Panel title={t("title")} description={t("lead")}>
      {wish.isPending && <LoadingState label={common("loading")} rows={2} />}
      {wish.isError && <QueryError error={wish.error} onRetry={() => void wish.refetch()} />}
      {wish.data && !wish.data.sendsMail && <Notice tone="info">{t("noMail")}</Notice>}
      {wish.data && wish.data.sendsMail && wish.data.address === null && (
        <Notice tone="waiting">{t("noAddress")}</Notice>
      )}
      {wish.data && wish.data.sendsMail && wish.data.address !== null && (
        <WishForm saved={wish.data} address={wish.data.address} />
      )}
    </Panel>
  );
}

function WishForm({ saved, address }: { saved: { mail: Wish; digestHour: number; version: number }; address: string }) {
  const t = useTranslations("notifications.wish");
  const [mail, setMail] = useState<Wish>(saved.mail);
  const [digestHour, setDigestHour] = useState(saved.digestHour);
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const save = useMutation(
    trpc.notifications.saveWish.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.notifications.wish.pathFilter()),
    }),
  );
  const changed = mail !== saved.mail || digestHour !== saved.digestHour;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ mail, digestHour, version: saved.version });
      }}
    >
      <fieldset>
        <legend className="mb-2 text-ink-soft">{t("to", { address })}</legend>
        {wishes.map((each) => (
          <div key={each} className="flex min-h-10 flex-wrap items-center gap-x-3">
            <label className="flex items-center gap-2.5">
              <input
                type="radio"
                name="mail-wish"
                className="size-4 accent-brand"
                checked={mail === each}
                onChange={() => setMail(each)}
              />
              {t(each)}
            </label>
            {each === "daily" && (
              <select
                aria-label={t("hour")}
                value={digestHour}
                disabled={mail !== "daily"}
                onChange={(event) => setDigestHour(Number(event.target.value))}
                className="h-(--field-height,2.75rem) rounded-md border border-line-strong bg-surface px-2 disabled:text-ink-soft"
              >
                {hours.map((hour) => (
                  <option key={hour} value={hour}>
                    {t("oclock", { hour })}
                  </option>
                ))}
              </select>
            )}
          </div>
        ))}
      </fieldset>
      {save.isError && <Notice tone="bad">{errorText(save.error)}</Notice>}
      <div className="mt-3 flex items-center gap-3">
        <Button htmlType="submit" loading={save.isPending} disabled={!changed}>
          {t("save")}
        </Button>
        <output className="text-ink-soft">{save.isSuccess && !changed && t("saved")}</output>
      </div>
    </form>
  );
}
