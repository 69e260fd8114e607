"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { WorkState } from "@zhibu/domain/articles/article-states";
import { Notice } from "@zhibu/ui/notice";
import { ButtonLink } from "../../components/button-link.tsx";
import { useTRPC } from "../../trpc/client.tsx";

type NextInLineProps = { articleId: string; workState: WorkState | null };

/** Once this one is decided, the next that waits for the same person, from any of their branches. */
function useNextInLine({ articleId, workState }: NextInLineProps) {
  const isDecided = workState !== "in_review";
  const inbox = useQuery({ ...useTRPC().desk.inbox.queryOptions(), enabled: isDecided });
  const items = isDecided ? (inbox.data?.items ?? []) : [];
  return items.find((item) => item.reason === "review" && item.articleId !== articleId);
}

/** Above the text. */
export function NextInLine(props: NextInLineProps) {
  const t = useTranslations("review");
  const next = useNextInLine(props);
  if (next === undefined) return null;
  return (
    <Notice tone="waiting">
      <Link className="underline underline-offset-4" href={`/${next.branch.slug}/review/${next.articleId}`}>
        {t("next", { title: next.title, branch: next.branch.shortName })}
      </Link>
    </Notice>
  );
}

/** Under the thumb, where the decision was made. */
export function NextButton(props: NextInLineProps) {
  const t = useTranslations("review");
  const next = useNextInLine(props);
  if (next === undefined) return null;
  return (
    <ButtonLink type="primary" className="mr-auto" href={`/${next.branch.slug}/review/${next.articleId}`}>
      {t("nextShort")}
    </ButtonLink>
  );
}
