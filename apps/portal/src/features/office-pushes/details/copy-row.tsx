"use client";

import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { StatusWord } from "@zhibu/ui/status-word";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import { fullMomentText } from "../../articles/format-time.ts";
import { CopyStateWord } from "../../pushes/copy-state-word.tsx";
import type { CheckedCopies, CopyItem, PushDetails } from "../../pushes/push-data.ts";
import type { OriginOf } from "./origin-of.ts";

type Seen = CheckedCopies["copies"][number] | undefined;

type CopyRowProps = {
  push: PushDetails;
  item: CopyItem;
  originOf: OriginOf;
  seen: Seen;
  checkedAt: Date | undefined;
};

/** One branch: its state with the time, the words behind it, and whether readers see the article there now. */
export function CopyRow({ push, item, originOf, seen, checkedAt }: CopyRowProps) {
  const t = useTranslations("office-pushes.row");
  const { state, shownAt, changedAt, hasIntroduction, isCurrent } = item;
  return (
    <li className="grid items-start gap-x-4 gap-y-1.5 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_minmax(0,1.1fr)_auto] md:px-5">
      <p className="font-medium break-words">{item.name}</p>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-1.5">
          <CopyStateWord state={state} mode={push.mode} />
          {!isCurrent && <StatusWord tone="waiting">{t("behind")}</StatusWord>}
          {hasIntroduction && <StatusWord tone="info">{t("introduction")}</StatusWord>}
          <span className="text-[13px] text-ink-soft">
            {fullMomentText(shownAt !== null && state === "shown" ? shownAt : changedAt)}
          </span>
        </p>
        <Words item={item} />
      </div>
      <ReaderSight push={push} item={item} originOf={originOf} seen={seen} checkedAt={checkedAt} />
      <div className="md:min-w-16 md:text-right">
        {state === "failed" && push.can.retry && <RetryButton pushId={push.id} branchId={item.branchId} />}
      </div>
    </li>
  );
}

/** Why it is not shown: a person's words, or what stood in the way. */
function Words({ item }: { item: CopyItem }) {
  const t = useTranslations();
  const { state, reason, decidedByName } = item;
  if (reason === "") return null;
  const words =
    state === "failed" ? t(`errors.${reason}`) : t("office-pushes.row.said", { name: decidedByName, reason });
  return <p className={`mt-1 text-[13px] ${state === "failed" ? "text-bad" : "text-ink-soft"}`}>{words}</p>;
}

function ReaderSight({ push, item, originOf, seen, checkedAt }: CopyRowProps) {
  const t = useTranslations("office-pushes.row");
  if (item.no === null || seen === undefined || checkedAt === undefined)
    return <span aria-hidden className="max-md:hidden" />;
  const time = fullMomentText(checkedAt);
  const href = `${originOf.prefix}${item.slug}${originOf.suffix}/a/${item.no}`;
  const isSeen = seen.atAddress && seen.inColumn;
  // Whether what readers get is what the state promises.
  const isRight = isSeen === (item.state === "shown") || item.state === "unlinked" || item.state === "drafted";
  const words = isSeen ? "seen" : seen.atAddress ? "addressOnly" : "unseen";
  return (
    <p className={`text-[13px] ${isRight ? "text-good" : "text-bad"}`}>
      {isRight ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />} {t(words)}
      <span className="block text-ink-soft">
        {t("checked", { time })}
        {seen.atAddress && push.state === "active" && (
          <>
            {" · "}
            <a href={href} target="_blank" rel="noreferrer" className="underline underline-offset-4">
              {t("open")}
            </a>
          </>
        )}
      </span>
    </p>
  );
}

function RetryButton({ pushId, branchId }: { pushId: string; branchId: string }) {
  const t = useTranslations("office-pushes.retry");
  const { office } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const retry = useMutation(
    office.pushes.retry.mutationOptions({
      onError: (error) => void message.error(errorText(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: office.pushes.pathKey() }),
    }),
  );
  return (
    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate({ pushId, branchId })}>
      {t("one")}
    </Button>
  );
}
