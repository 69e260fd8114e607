"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { TextField } from "@zhibu/ui/text-field";
import { QueryError } from "../../../components/query-error.tsx";
import { type ChosenPerson, PersonSelect } from "../person-select.tsx";
import type { HandedBranch } from "./hand-over-done.tsx";
import { HandedBranchBox } from "./handed-branch-box.tsx";
import { type HandOverState, useHandOver } from "./use-hand-over.ts";

type HandOverFormProps = {
  first: ChosenPerson | null;
  onDone: (done: { from: ChosenPerson; to: ChosenPerson; branches: HandedBranch[] }) => void;
};

export function HandOverForm({ first, onDone }: HandOverFormProps) {
  const t = useTranslations("office-people.handOverPage");
  const state = useHandOver(first, onDone);
  const id = useId();
  const { from, to, day, note, preview } = state;
  const last = preview.data ? { min: preview.data.today, max: preview.data.lastDay } : {};
  return (
    <form onSubmit={(event) => void state.submit(event)} noValidate>
      <div className="grid items-start gap-x-4 gap-y-3 md:grid-cols-2">
        <div>
          <label htmlFor={`${id}-from`} className="mb-1 block font-medium">
            {t("from")}
          </label>
          <PersonSelect id={`${id}-from`} value={from} onChange={state.setFrom} />
        </div>
        <div>
          <label htmlFor={`${id}-to`} className="mb-1 block font-medium">
            {t("to")}
          </label>
          <PersonSelect id={`${id}-to`} value={to} onChange={state.setTo} />
        </div>
        <TextField
          type="date"
          label={t("day")}
          hint={t("dayHint")}
          value={day}
          {...last}
          onChange={(event) => state.setDay(event.target.value)}
        />
        <TextField
          label={t("note")}
          hint={t("noteHint")}
          value={note}
          maxLength={300}
          onChange={(event) => state.setNote(event.target.value)}
        />
      </div>
      <div className="mt-5 border-t border-line pt-4">
        <Preview state={state} />
      </div>
    </form>
  );
}

function Preview({ state }: { state: HandOverState }) {
  const t = useTranslations("office-people.handOverPage");
  const common = useTranslations("common");
  const { from, preview, leftOut } = state;
  if (!from) return <p className="py-4 text-center text-ink-soft">{t("chooseFrom")}</p>;
  if (preview.isPending) return <LoadingState label={common("loading")} rows={4} />;
  if (preview.isError) return <QueryError error={preview.error} onRetry={() => void preview.refetch()} />;
  const { branches } = preview.data;
  if (branches.length === 0) return <p className="py-4 text-center">{t("nothing", { name: from.displayName })}</p>;
  return (
    <>
      <div className="space-y-3">
        {branches.map((branch) => (
          <HandedBranchBox
            key={branch.slug}
            branch={branch}
            leftOut={leftOut}
            onRole={state.toggleRole}
            onArticles={() => state.toggleArticles(branch.slug)}
          />
        ))}
      </div>
      <ConfirmBar state={state} />
    </>
  );
}

/** What is going to happen, or what is still missing. */
function ConfirmBar({ state }: { state: HandOverState }) {
  const t = useTranslations("office-people.handOverPage");
  const { from, to, day, chosen, working } = state;
  const roles = chosen.reduce((sum, each) => sum + each.roles.length, 0);
  const articles = chosen.reduce((sum, each) => sum + (each.withArticles ? each.branch.articles.length : 0), 0);
  const same = to !== null && to.id === from?.id;
  function words(): string {
    if (same) return t("samePerson");
    if (chosen.length === 0) return t("chooseSomething");
    return to === null ? t("choosePeople") : t("confirmCount", { roles, articles, name: to.displayName });
  }
  return (
    <div className="mt-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
      <output className={same ? "text-bad" : "text-ink-soft"}>{words()}</output>
      <Button
        type="primary"
        htmlType="submit"
        loading={working}
        disabled={to === null || same || day === "" || chosen.length === 0}
      >
        {working ? t("working") : t("confirm")}
      </Button>
    </div>
  );
}
