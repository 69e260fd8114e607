"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Panel } from "@zhibu/ui/panel";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

const ReasonDialog = dynamic(() => import("../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog), {
  ssr: false,
});
const ArchivedTexts = dynamic(() => import("./archived-texts.tsx").then((file) => file.ArchivedTexts), { ssr: false });

/** The names of a list that is over, for who may see them: given only when asked for with a reason, and not kept. */
export function ArchivePanel({ branch, publicityId }: { branch: string; publicityId: string }) {
  const t = useTranslations("publicity.archive");
  const errorText = useErrorText();
  // `null` until it is asked for once: most who open the page don't look at the names, and load no dialog for it.
  const [isAsking, setAsking] = useState<boolean | null>(null);
  // Nothing of it stays in the browser once the page is left.
  const reading = useMutation(useTRPC().publicity.archive.mutationOptions({ gcTime: 0 }));
  return (
    <Panel title={t("title")} description={t("lead")}>
      {reading.data ? (
        <ArchivedTexts branch={branch} publicityId={publicityId} archive={reading.data} onClose={reading.reset} />
      ) : (
        <Button onClick={() => setAsking(true)}>{t("open")}</Button>
      )}
      {isAsking !== null && (
        <ReasonDialog
          open={isAsking}
          title={t("open")}
          lead={
            <>
              <p>{t("recorded")}</p>
              {reading.isError && (
                <p role="alert" className="mt-2 text-bad">
                  {errorText(reading.error)}
                </p>
              )}
            </>
          }
          label={t("reason")}
          suggestions={[t("because.material"), t("because.objection"), t("because.inspection")]}
          confirmLabel={t("confirm")}
          pending={reading.isPending}
          onConfirm={(reason) => reading.mutate({ branch, publicityId, reason }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}
