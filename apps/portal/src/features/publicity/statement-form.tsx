"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useUnsavedGuard } from "../../components/leaving/use-unsaved-guard.ts";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { PublicityDetail } from "./publicity-data.ts";
import { usePublicityMoves } from "./use-publicity-moves.ts";

/** The result statement: proposed by the clock, signed by the secretary, held by an open objection. */
export function StatementForm({ branch, data: { list, openObjections } }: { branch: string; data: PublicityDetail }) {
  const t = useTranslations("publicity.statement");
  const errorText = useErrorText();
  const { state } = usePublicityMoves();
  const [statement, setStatement] = useState(list.statement);
  useUnsavedGuard(statement !== list.statement);
  const ref = { branch, publicityId: list.id, version: list.version };
  return (
    <Panel title={t("title")} description={t("lead")}>
      {openObjections > 0 && (
        <div className="mb-3">
          <Notice tone="waiting">{t("held", { count: openObjections })}</Notice>
        </div>
      )}
      <HeldFields held={state.isPending}>
        <TextAreaField
          label={t("label")}
          hint={t("hint")}
          value={statement}
          maxLength={2_000}
          rows={5}
          onChange={(event) => setStatement(event.target.value)}
        />
      </HeldFields>
      {state.isError && (
        <p role="alert" className="mt-2 text-bad">
          {errorText(state.error)}
        </p>
      )}
      <div className="mt-3">
        <Button
          type="primary"
          disabled={openObjections > 0}
          loading={state.isPending}
          onClick={() => state.mutate({ ...ref, statement })}
        >
          {t("publish")}
        </Button>
      </div>
    </Panel>
  );
}
