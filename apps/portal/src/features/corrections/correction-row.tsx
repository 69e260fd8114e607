"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { WordsInContext } from "../office-facts/words-in-context.tsx";
import type { CorrectionItem } from "./correction-data.ts";

const ReasonDialog = dynamic(() => import("../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog), {
  ssr: false,
});

/** One text to put right: the words in question, and the two ways to settle it. */
export function CorrectionRow({ branch, item }: { branch: string; item: CorrectionItem }) {
  const t = useTranslations("corrections");
  return (
    <li className="px-4 py-3 md:px-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={`/${branch}/articles/${item.articleId}`} className="text-[15px] font-medium hover:text-brand">
              {item.title === "" ? t("untitled") : item.title}
            </Link>
            {item.visibility !== "live" && <StatusWord>{t("notLive")}</StatusWord>}
            {item.workState !== null && item.visibility === "live" && (
              <StatusWord tone="info">{t("inWork")}</StatusWord>
            )}
          </p>
          <WordsInContext excerpt={item.excerpt} old={item.oldText} next={item.newText} />
          <p className="mt-1 text-[13px] text-ink-soft">
            {t(`cause.${item.causeType === "fact" ? "fact" : "term"}`, { name: item.causeName })}
            {" · "}
            {item.columnName}
            {item.occurrences > 1 && ` · ${t("occurrences", { count: item.occurrences })}`}
          </p>
          {item.state !== "open" && <Settled item={item} />}
        </div>
        {item.can.accept && <Decide branch={branch} item={item} />}
      </div>
    </li>
  );
}

function Settled({ item }: { item: CorrectionItem }) {
  const t = useTranslations("corrections");
  return (
    <p className="mt-1 text-[13px] text-ink-soft">
      {item.state === "done"
        ? t("doneBy", { person: item.closedByName })
        : t("dismissedBy", { person: item.closedByName, reason: item.reason })}
      {item.closedAt && (
        <>
          {" · "}
          <RelativeTime value={item.closedAt} />
        </>
      )}
    </p>
  );
}

function Decide({ branch, item }: { branch: string; item: CorrectionItem }) {
  const t = useTranslations("corrections");
  const router = useRouter();
  const { corrections, articles } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [isDismissing, setDismissing] = useState(false);
  const common = {
    onError: (error: unknown) => void message.error(errorText(error)),
    onSettled: async () => {
      await Promise.all(
        [corrections.list.pathFilter(), articles.pathFilter()].map((filter) => queries.invalidateQueries(filter)),
      );
    },
  };
  const accept = useMutation(corrections.accept.mutationOptions(common));
  const dismiss = useMutation(corrections.dismiss.mutationOptions(common));
  const ref = { branch, taskId: item.id, version: item.version };
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setDismissing(true)}>{t("dismiss")}</Button>
      <Button
        type="primary"
        loading={accept.isPending}
        onClick={() =>
          accept.mutate(ref, {
            onSuccess: ({ articleId, isChanged }) => {
              void message.success(t(isChanged ? "accepted" : "alreadyRight"));
              router.push(`/${branch}/articles/${articleId}`);
            },
          })
        }
      >
        {t("accept")}
      </Button>
      <ReasonDialog
        open={isDismissing}
        title={t("dismissTitle")}
        lead={t("dismissLead")}
        label={t("dismissReason")}
        suggestions={[t("suggestion.history"), t("suggestion.quote"), t("suggestion.other")]}
        confirmLabel={t("dismiss")}
        pending={dismiss.isPending}
        onConfirm={(reason) =>
          dismiss.mutate(
            { ...ref, reason },
            {
              onSuccess: () => {
                setDismissing(false);
                void message.success(t("dismissed"));
              },
            },
          )
        }
        onClose={() => setDismissing(false)}
      />
    </div>
  );
}
