"use client";

import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { SentLink } from "@zhibu/core/tenancy/people/send-link";
import { Notice } from "@zhibu/ui/notice";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../../components/kept-form/held-fields.tsx";
import { type PostDraft, problemsOf } from "../post-draft.ts";
import { PostFields } from "../post-fields.tsx";
import { useInviteForm } from "./use-invite-form.ts";

type InviteFormProps = { onInvited: (invited: { userId: string; link: SentLink }) => void };

export function InviteForm({ onInvited }: InviteFormProps) {
  const t = useTranslations("office-people.inviteForm");
  const form = useInviteForm();
  const { fields, set, wrong, tried, refused, invite } = form;
  useEffect(() => {
    if (invite.data) onInvited(invite.data);
  }, [invite.data, onInvited]);
  function errorOf(field: keyof typeof wrong): string | undefined {
    if (refused?.field === field) return refused.text;
    return tried && wrong[field] ? t(`${field === "displayName" ? "name" : field}Error`) : undefined;
  }
  return (
    <form onSubmit={form.submit} noValidate className="max-w-3xl">
      {refused?.field === "form" && (
        <div className="mb-4">
          <Notice tone="bad" role="alert">
            {refused.text}
          </Notice>
        </div>
      )}
      <HeldFields held={invite.isPending}>
        {" "}
        <div className="grid items-start gap-x-4 gap-y-3 md:grid-cols-2">
          <TextField
            label={t("name")}
            value={fields.displayName}
            maxLength={40}
            autoComplete="off"
            error={errorOf("displayName")}
            onChange={(event) => set("displayName", event.target.value)}
          />
          <div className="hidden md:block" />
          <TextField
            label={t("loginName")}
            hint={t("loginNameHint")}
            value={fields.loginName}
            maxLength={40}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            error={errorOf("loginName")}
            onChange={(event) => set("loginName", event.target.value)}
          />
          <TextField
            type="email"
            label={t("email")}
            hint={t("emailHint")}
            value={fields.email}
            maxLength={120}
            autoComplete="off"
            error={errorOf("email")}
            onChange={(event) => set("email", event.target.value)}
          />
        </div>
        <h2 className="mt-6 text-[15px] font-semibold">{t("posts")}</h2>
        <p className="mb-3 text-ink-soft">{t("postsHint")}</p>
        <div className="space-y-3">
          {form.posts.map((post, index) => (
            <PostBox
              key={post.key}
              number={index + 1}
              post={post}
              tried={tried}
              onChange={(change) => form.changePost(post.key, change)}
              onRemove={() => form.removePost(post.key)}
            />
          ))}
        </div>
        <Button className="mt-3" icon={<PlusOutlined aria-hidden />} onClick={form.addPost}>
          {t("addPost")}
        </Button>
      </HeldFields>
      <div className="mt-6 border-t border-line pt-4">
        <Button type="primary" htmlType="submit" loading={invite.isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

type PostBoxProps = {
  number: number;
  post: PostDraft;
  tried: boolean;
  onChange: (change: Partial<PostDraft>) => void;
  onRemove: () => void;
};

function PostBox({ number, post, tried, onChange, onRemove }: PostBoxProps) {
  const t = useTranslations("office-people.inviteForm");
  return (
    <section aria-label={t("post", { number })} className="rounded-md border border-line p-3 md:p-4">
      <div className="mb-2 flex items-center justify-between">
        <h3 className="font-medium text-ink-soft">{t("post", { number })}</h3>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("removePost", { number })}
          onClick={onRemove}
        />
      </div>
      <PostFields post={post} problems={tried ? problemsOf(post) : {}} onChange={onChange} />
    </section>
  );
}
