"use client";

import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { usePublicityMoves } from "./use-publicity-moves.ts";

/** What is to be publicised: each type with the columns it allows and how long it runs. */
export function NewPublicityDialog({ branch, onClose }: { branch: string; onClose: () => void }) {
  const t = useTranslations("publicity.create");
  const router = useRouter();
  const errorText = useErrorText();
  const { create } = usePublicityMoves();
  function choose(templateId: string): void {
    create.mutate(
      { branch, templateId },
      { onSuccess: ({ publicityId }) => router.push(`/${branch}/publicity/${publicityId}`) },
    );
  }
  return (
    <Modal open onCancel={onClose} title={t("title")} footer={null}>
      <p className="mb-3 text-ink-soft">{t("lead")}</p>
      {create.isError && (
        <div className="mb-3">
          <Notice tone="bad" role="alert">
            {errorText(create.error)}
          </Notice>
        </div>
      )}
      <Types branch={branch} isBusy={create.isPending} onChoose={choose} />
    </Modal>
  );
}

type TypesProps = { branch: string; isBusy: boolean; onChoose: (templateId: string) => void };

function Types({ branch, isBusy, onChoose }: TypesProps) {
  const t = useTranslations();
  const types = useQuery(useTRPC().publicity.types.queryOptions({ branch }));
  if (types.isPending) return <LoadingState label={t("common.loading")} />;
  if (types.isError) return <QueryError error={types.error} onRetry={() => void types.refetch()} />;
  if (types.data.length === 0) return <p className="text-ink-soft">{t("publicity.create.none")}</p>;
  return (
    <ul className="space-y-2">
      {types.data.map(({ id, name, columns, workingDaysMin }) => (
        <li key={id}>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => onChoose(id)}
            className="w-full rounded-md border border-line px-4 py-3 text-left hover:border-brand hover:bg-brand-soft disabled:cursor-progress"
          >
            <span className="block font-medium">{name}</span>
            <span className="text-[13px] text-ink-soft">
              {t("publicity.create.typeFacts", {
                columns: columns.map(({ label }) => label).join("、"),
                days: workingDaysMin,
              })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
