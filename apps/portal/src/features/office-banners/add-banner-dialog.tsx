"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addBannerInput, bannerCharsMax } from "@zhibu/domain/tenancy/banners";
import { Notice } from "@zhibu/ui/notice";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { fromShanghaiInput, toShanghaiInput } from "../articles/shanghai-input.ts";

/** How long a line stands unless someone says otherwise. */
const usualHours = 24;

/** A new urgent line: its words, where it leads, from when to when; shown as readers will see it. */
export function AddBannerDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("office-banners.add");
  const { office } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [now] = useState(() => new Date());
  const [form, setForm] = useState({
    text: "",
    href: "",
    from: "",
    to: toShanghaiInput(new Date(now.getTime() + usualHours * 3_600_000)),
  });
  const [wasTried, setTried] = useState(false);
  const parsed = addBannerInput.safeParse({
    text: form.text,
    href: form.href,
    startsAt: form.from === "" ? null : fromShanghaiInput(form.from),
    endsAt: fromShanghaiInput(form.to) ?? "",
  });
  const wrong = new Set(wasTried && !parsed.success ? parsed.error.issues.map((issue) => String(issue.path[0])) : []);
  const add = useMutation(
    office.banners.add.mutationOptions({
      onSuccess: async () => {
        void message.success(t("done"));
        onClose();
        await queries.invalidateQueries({ queryKey: office.banners.pathKey() });
      },
    }),
  );
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  function submit(): void {
    setTried(true);
    if (parsed.success) add.mutate(parsed.data);
  }
  return (
    <Modal open onCancel={onClose} title={t("title")} footer={null} width={560} destroyOnHidden>
      <HeldFields held={add.isPending} className="grid gap-4 pt-2">
        <TextField
          label={t("text")}
          maxLength={bannerCharsMax}
          hint={t("textHint", { count: form.text.length, max: bannerCharsMax })}
          {...field("text")}
          {...(wrong.has("text") ? { error: t("textWrong") } : {})}
        />
        <TextField
          label={t("href")}
          hint={t("hrefHint")}
          inputMode="url"
          {...field("href")}
          {...(wrong.has("href") ? { error: t("hrefWrong") } : {})}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t("from")} type="datetime-local" hint={t("fromHint")} {...field("from")} />
          <TextField
            label={t("to")}
            type="datetime-local"
            hint={t("toHint")}
            {...field("to")}
            {...(wrong.has("endsAt") ? { error: t("toWrong") } : {})}
          />
        </div>
        {form.text.trim() !== "" && (
          <p className="flex items-baseline gap-3 rounded bg-brand px-4 py-2 text-white">
            <strong className="shrink-0 rounded-sm bg-white px-2 text-sm text-brand">{t("word")}</strong>
            <span className={form.href === "" ? "break-words" : "break-words underline"}>{form.text}</span>
          </p>
        )}
        {add.isError && (
          <Notice tone="bad" role="alert">
            {errorText(add.error)}
          </Notice>
        )}
      </HeldFields>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="primary" loading={add.isPending} onClick={submit}>
          {t(form.from === "" ? "confirm" : "confirmLater")}
        </Button>
      </div>
    </Modal>
  );
}
