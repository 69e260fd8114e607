"use client";

import { CloseOutlined, PushpinOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

const SaveViewDialog = dynamic(() => import("./save-view-dialog.tsx").then((file) => file.SaveViewDialog), {
  ssr: false,
});

const chip = "inline-flex min-h-8 items-center rounded-full border px-3 text-[13px] max-md:min-h-10";
const chosen = "border-brand bg-brand-soft font-medium text-brand-strong";
const other = "border-line-strong bg-surface text-ink hover:border-brand";

/** The same parameters in the same order, so that one list is one text. */
function canonical(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return parameters.toString();
}

/** The person's own views of the list, each a link; the one that is shown can be deleted, a new one kept. */
export function SavedViews() {
  const t = useTranslations("office-branches.views");
  const pathname = usePathname();
  const current = canonical(useSearchParams().toString());
  const views = useQuery(useTRPC().office.branches.views.queryOptions({ screen: "branches" })).data ?? [];
  const [isSaving, setSaving] = useState(false);
  const shown = views.find(({ query }) => query === current);
  // Nothing to choose between: the list itself says what it is.
  if (views.length === 0 && current === "") return null;
  return (
    <nav aria-label={t("label")} className="mb-3">
      <ul className="flex flex-wrap items-center gap-2">
        <li>
          <Link
            href={pathname}
            aria-current={current === "" ? "true" : undefined}
            className={`${chip} ${current === "" ? chosen : other}`}
          >
            {t("all")}
          </Link>
        </li>
        {views.map(({ id, name, query }) => (
          <li key={id} className="inline-flex items-center">
            <Link
              href={`${pathname}?${query}`}
              aria-current={query === current ? "true" : undefined}
              className={`${chip} ${query === current ? chosen : other}`}
            >
              {name}
            </Link>
            {query === current && <DeleteView id={id} name={name} />}
          </li>
        ))}
        {current !== "" && !shown && (
          <li>
            <Button type="text" size="small" icon={<PushpinOutlined aria-hidden />} onClick={() => setSaving(true)}>
              {t("save")}
            </Button>
          </li>
        )}
      </ul>
      {isSaving && <SaveViewDialog query={current} onClose={() => setSaving(false)} />}
    </nav>
  );
}

function DeleteView({ id, name }: { id: string; name: string }) {
  const t = useTranslations("office-branches.views");
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const remove = useMutation(
    trpc.office.branches.deleteView.mutationOptions({
      onSuccess: () => void message.success(t("deleted", { name })),
      onError: (error) => void message.error(errorText(error)),
      onSettled: () => client.invalidateQueries({ queryKey: trpc.office.branches.views.queryKey() }),
    }),
  );
  return (
    <Button
      type="text"
      size="small"
      icon={<CloseOutlined aria-hidden />}
      aria-label={t("delete", { name })}
      loading={remove.isPending}
      onClick={() => remove.mutate({ viewId: id })}
    />
  );
}
