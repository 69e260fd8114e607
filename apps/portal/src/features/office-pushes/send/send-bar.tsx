"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import { baselineColumnName } from "../../pushes/column-name.ts";
import type { PushableArticle } from "../../pushes/push-data.ts";
import type { Choices } from "./choices.ts";

/** The last step: names how many sites it changes, asks once, sends, and goes to how it stands. */
export function SendBar({ choices, article }: { choices: Choices; article: PushableArticle }) {
  const t = useTranslations("office-pushes");
  const { office } = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const { originId, mode, columnKey, note, targets } = choices;
  const known = useQuery(
    office.pushes.targets.queryOptions({ originBranchId: originId, articleId: article.articleId }, { staleTime: 0 }),
  );
  const free = known.data?.filter((target) => !target.hasIt).map((target) => target.branchId) ?? [];
  const branchIds = targets === null ? free : free.filter((id) => targets.has(id));
  const send = useMutation(
    office.pushes.send.mutationOptions({
      onSuccess: async ({ pushId }) => {
        await queries.invalidateQueries({ queryKey: office.pushes.pathKey() });
        router.push(`/office/pushes/${pushId}`);
      },
      onError: (error) => void message.error(errorText(error)),
    }),
  );
  function ask(): void {
    const count = branchIds.length;
    modal.confirm({
      title: t("form.confirm.title", { count }),
      content: (
        <>
          <p className="mb-2 font-medium">{article.title}</p>
          <p>{t(`form.confirm.${mode}`, { count, column: baselineColumnName(columnKey) })}</p>
        </>
      ),
      okText: t("form.confirm.ok", { count }),
      onOk: () =>
        send.mutate({
          originBranchId: originId,
          articleId: article.articleId,
          mode,
          columnKey,
          targets: branchIds,
          note,
        }),
    });
  }
  return (
    <div className="flex justify-end pb-4">
      <Button type="primary" size="large" disabled={branchIds.length === 0} loading={send.isPending} onClick={ask}>
        {branchIds.length === 0 ? t("form.nobody") : t("form.submit", { count: branchIds.length })}
      </Button>
    </div>
  );
}
