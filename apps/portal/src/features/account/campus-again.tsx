"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useTRPC } from "../../trpc/client.tsx";

type CampusAgainProps = {
  /** What the campus calls its sign-in. */
  name: string;
  /** The person this page was loaded for is signed in again. */
  onSignedIn: () => void;
};

/**
 * The campus's way back in without leaving the page: in a window of its own. Whenever the person comes back from it,
 * the page asks whether they are signed in now; somebody else's session counts as none.
 */
export function CampusAgain({ name, onSignedIn }: CampusAgainProps) {
  const t = useTranslations("account.signIn.campus");
  const me = useTRPC().account.me.queryOptions(undefined, {
    enabled: false,
    retry: false,
    trpc: { context: { quiet: true } },
  });
  const { refetch } = useQuery(me);

  useEffect(() => {
    async function look(): Promise<void> {
      const { isError } = await refetch();
      if (!isError) onSignedIn();
    }
    const cameBack = () => void look();
    window.addEventListener("focus", cameBack);
    return () => window.removeEventListener("focus", cameBack);
  }, [refetch, onSignedIn]);

  return (
    <p className="mt-4 text-[13px]">
      <a
        href="/sign-in"
        target="_blank"
        rel="noreferrer"
        className="font-medium text-brand underline underline-offset-2"
      >
        {t("again", { name })}
      </a>
    </p>
  );
}
