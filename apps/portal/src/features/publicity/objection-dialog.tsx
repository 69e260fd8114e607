"use client";

import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RootRouter } from "@zhibu/api/root.router";
import { isOpenObjection, type ObjectionAction, objectionTransitions } from "@zhibu/domain/publicity/objection-states";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { fullMomentText } from "../articles/format-time.ts";
import { fileSize } from "../media/file-size.ts";

type OpenedObjection = inferRouterOutputs<RootRouter>["publicity"]["readObjection"];

type ObjectionDialogProps = { branch: string; objection: OpenedObjection; onClose: () => void };

/** One objection: what was said and by whom, what was done, and the next step. */
export function ObjectionDialog({ branch, objection, onClose }: ObjectionDialogProps) {
  const t = useTranslations("publicity.objection");
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(isOpenObjection(objection.state) ? "dialogTitle" : "dialogClosed")}
      footer={null}
      width={640}
    >
      <p className="rounded bg-neutral-soft px-3 py-2 break-words whitespace-pre-wrap">{objection.text}</p>
      <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">{t("sender")}</dt>
        <dd>{objection.name === "" ? t("anonymous") : `${objection.name}（${objection.contact}）`}</dd>
        <dt className="text-ink-soft">{t("receivedAt")}</dt>
        <dd>{fullMomentText(objection.receivedAt)}</dd>
        {objection.file && (
          <>
            <dt className="text-ink-soft">{t("file")}</dt>
            <dd>
              <a
                href={`/api/objection-file/${branch}/${objection.id}`}
                download
                className="break-all text-brand underline"
              >
                {objection.file.name}
              </a>
              <span className="ml-2 text-[13px] text-ink-soft">{fileSize(objection.file.bytes)}</span>
              <span className="block text-[13px] text-ink-soft">{t("fileHint")}</span>
            </dd>
          </>
        )}
      </dl>
      {objection.events.length > 0 && (
        <ol className="mt-4 space-y-2">
          {objection.events.map((event) => (
            <li key={event.at.toISOString()} className="border-l-2 border-line pl-3">
              <p>
                <span className="font-medium">{event.actorName}</span> {t(`action.${event.action}`)}
                <span className="ml-2 text-[13px] text-ink-soft">{fullMomentText(event.at)}</span>
              </p>
              <p className="break-words whitespace-pre-wrap text-ink-soft">{event.record}</p>
            </li>
          ))}
        </ol>
      )}
      {objection.answer !== "" && (
        <p className="mt-3">
          {t("answered")}
          <span className="text-ink-soft">{objection.answer}</span>
        </p>
      )}
      <NextStep branch={branch} objection={objection} onDone={onClose} />
    </Modal>
  );
}

function NextStep({ branch, objection, onDone }: { branch: string; objection: OpenedObjection; onDone: () => void }) {
  const t = useTranslations("publicity.objection");
  const errorText = useErrorText();
  const handling = useMutation(useTRPC().publicity.handleObjection.mutationOptions({ onSuccess: onDone }));
  const [record, setRecord] = useState("");
  const [answer, setAnswer] = useState("");
  // The table's own keys.
  const actions = Object.keys(objectionTransitions[objection.state]) as ObjectionAction[];
  const decides = actions.includes("uphold");
  if (actions.length === 0) return null;
  function handle(action: ObjectionAction): void {
    handling.mutate({ branch, objectionId: objection.id, version: objection.version, action, record, answer });
  }
  return (
    <div className="mt-5 space-y-3 border-t border-line pt-4">
      <HeldFields held={handling.isPending} className="space-y-3">
        <TextAreaField
          label={t("record")}
          hint={t("recordHint")}
          value={record}
          maxLength={2_000}
          onChange={(event) => setRecord(event.target.value)}
        />
        {decides && objection.named && (
          <TextAreaField
            label={t("answer")}
            hint={t("answerHint")}
            value={answer}
            maxLength={2_000}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </HeldFields>
      {handling.isError && (
        <p role="alert" className="text-bad">
          {errorText(handling.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {actions.map((action) => (
          <Button
            key={action}
            type={action === "dismiss" ? "default" : "primary"}
            disabled={record.trim().length < 4}
            loading={handling.isPending}
            onClick={() => handle(action)}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
