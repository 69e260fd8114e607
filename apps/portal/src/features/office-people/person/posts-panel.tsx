"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { HeldPost, OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { Panel } from "@zhibu/ui/panel";
import { TermStandingWord } from "../../people/term-standing-word.tsx";
import { useTermText } from "../../people/use-term-text.ts";
import type { PersonDialog } from "./person-dialogs.tsx";

type PostsPanelProps = { person: OfficePerson; onDialog: (dialog: PersonDialog) => void };

/** Roles in force and to come, with what is over folded away. */
export function PostsPanel({ person, onDialog }: PostsPanelProps) {
  const t = useTranslations("office-people.person");
  const present = person.posts.filter(({ standing }) => standing !== "ended");
  const past = person.posts.filter(({ standing }) => standing === "ended");
  return (
    <Panel title={t("roles")}>
      {present.length === 0 ? (
        <p className="text-ink-soft">{t("noRoles")}</p>
      ) : (
        <PostList posts={present} person={person} onDialog={onDialog} />
      )}
      {past.length > 0 && (
        <details className="mt-3 border-t border-line pt-3">
          <summary className="font-medium text-ink-soft">{t("past", { count: past.length })}</summary>
          <PostList posts={past} person={person} onDialog={onDialog} />
        </details>
      )}
    </Panel>
  );
}

function PostList({ posts, person, onDialog }: PostsPanelProps & { posts: readonly HeldPost[] }) {
  return (
    <ul className="divide-y divide-line">
      {posts.map((post) => (
        <PostLine key={post.id} post={post} canAppoint={person.can.appoint} onDialog={onDialog} />
      ))}
    </ul>
  );
}

type PostLineProps = { post: HeldPost; canAppoint: boolean; onDialog: PostsPanelProps["onDialog"] };

function PostLine({ post, canAppoint, onDialog }: PostLineProps) {
  const t = useTranslations("office-people.person");
  const roleWord = useTranslations("common.role");
  const termText = useTermText();
  const { role, branch, standing, appointedBy, endsOn } = post;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-1 last:pb-0">
      <div className="min-w-60 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{branch === null ? roleWord(role) : `${branch.name} · ${roleWord(role)}`}</span>
          <TermStandingWord standing={standing} />
        </p>
        <p className="mt-0.5 text-[13px] text-ink-soft">
          {termText(post)}
          <span className="mx-2" aria-hidden>
            ·
          </span>
          {appointedBy === null ? t("unknownAppointer") : t("appointedBy", { name: appointedBy })}
        </p>
      </div>
      <div className="flex gap-2">
        {canAppoint && endsOn !== null && (
          <Button size="small" onClick={() => onDialog({ type: "appoint", renew: post })}>
            {t("renew")}
          </Button>
        )}
        {post.can.end && (
          <Button size="small" onClick={() => onDialog({ type: "end", post })}>
            {t("end")}
          </Button>
        )}
      </div>
    </li>
  );
}
