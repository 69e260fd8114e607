"use client";

import type { ReactNode } from "react";
import type { Finding } from "@zhibu/domain/checks/finding";
import { SeverityWord } from "./severity-word.tsx";
import { useFindingText } from "./use-finding-text.ts";

type FindingItemProps = {
  finding: Finding;
  /** What can be done about it here: jump to it, mend it, ask for or give a waiver. */
  children?: ReactNode;
};

/** One finding: how grave, what it says, the words it stopped at, where the rule comes from. */
export function FindingItem({ finding, children }: FindingItemProps) {
  const { text, basis } = useFindingText()(finding);
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p>
        <SeverityWord severity={finding.severity} /> <span className="ml-1">{text}</span>
      </p>
      {finding.excerpt !== "" && (
        <p className="mt-1.5 rounded bg-neutral-soft px-2 py-1 text-[13px] break-words">{finding.excerpt}</p>
      )}
      {basis.length > 0 && <p className="mt-1 text-xs text-ink-soft">{basis.join(" · ")}</p>}
      {children !== undefined && <div className="mt-2">{children}</div>}
    </li>
  );
}
