"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { momentText } from "../articles/format-time.ts";
import { DecideButtons } from "./decide-buttons.tsx";
import { decideLead } from "./decide-lead.ts";
import type { DecideDialog, PublicityDetail } from "./publicity-data.ts";
import { StatementForm } from "./statement-form.tsx";
import { usePublicityMoves } from "./use-publicity-moves.ts";

const DecideDialogs = dynamic(() => import("./decide-dialogs.tsx").then((file) => file.DecideDialogs), { ssr: false });

/** What comes next with a list, when and by whom; with what the person may decide about it now. */
export function DecidePanel({ branch, data }: { branch: string; data: PublicityDetail }) {
  const t = useTranslations("publicity.decide");
  const errorText = useErrorText();
  const moves = usePublicityMoves();
  const [dialog, setDialog] = useState<DecideDialog | null>(null);
  const { list, can, now } = data;
  const ref = { branch, publicityId: list.id, version: list.version };
  const failed = [moves.sign, moves.recall].find(({ isError }) => isError);
  const lead = decideLead(data);
  if (can.state) return <StatementForm branch={branch} data={data} />;
  if (lead === null) return null;
  const when = {
    day: list.lastDay === null ? "" : dayInWords(list.lastDay),
    time: list.plannedStartAt === null ? "" : momentText(list.plannedStartAt, now),
  };
  return (
    <Panel title={t("title")} description={t(`lead.${lead}`, when)}>
      {can.fourEyes && <Notice tone="waiting">{t("fourEyes")}</Notice>}
      {can.sign && <UnseenFiles files={data.files} />}
      {failed && (
        <div className="mb-3">
          <Notice tone="bad" role="alert">
            {errorText(failed.error)}
          </Notice>
        </div>
      )}
      <DecideButtons target={ref} data={data} moves={moves} onAsk={setDialog} />
      {dialog !== null && (
        <DecideDialogs dialog={dialog} target={ref} data={data} moves={moves} onClose={() => setDialog(null)} />
      )}
    </Panel>
  );
}

/** Whoever signs answers for what no check has seen. */
function UnseenFiles({ files }: Pick<PublicityDetail, "files">) {
  const t = useTranslations("publicity.decide");
  const count = files.filter(({ unread }) => unread !== null).length;
  if (count === 0) return null;
  return (
    <div className="mb-3">
      <Notice tone="waiting">{t("unseenFiles", { count })}</Notice>
    </div>
  );
}
