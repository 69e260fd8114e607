import type { ReactNode } from "react";

type NoticeTone = "info" | "waiting" | "bad" | "good";

const tones: Record<NoticeTone, string> = {
  info: "border-info/25 bg-info-soft text-info",
  waiting: "border-waiting/25 bg-waiting-soft text-waiting",
  bad: "border-bad/25 bg-bad-soft text-bad",
  good: "border-good/25 bg-good-soft text-good",
};

type NoticeProps = {
  tone?: NoticeTone;
  children: ReactNode;
  action?: ReactNode;
  /** `alert` interrupts a screen reader: for what the person just caused. `status` waits its turn. */
  role?: "alert" | "status";
};

/** A sentence above what it is about. */
export function Notice({ tone = "info", role, children, action }: NoticeProps) {
  return (
    <div
      role={role}
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border px-3 py-2 ${tones[tone]}`}
    >
      {/* On a telephone the actions stand below, or the sentence would be a narrow column beside them. */}
      <div className={`min-w-0 flex-1 ${action ? "basis-48" : ""}`}>{children}</div>
      {action}
    </div>
  );
}
