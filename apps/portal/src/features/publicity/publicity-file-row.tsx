"use client";

import { CheckCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { CheckedFile, FileProblem } from "@zhibu/domain/publicity/check-files";
import { fileSize } from "../media/file-size.ts";

/** A file of a list on its way, shown or handed in. */
export type ListFile = CheckedFile & { mediaId: string; name: string; bytes: number };

type PublicityFileRowProps = {
  file: ListFile;
  /** Where the branch's people open it; none for a file the list does not have yet. */
  href?: string;
  /** Whether to say that nothing was found: for files of what is being prepared. */
  showsChecks?: boolean;
  onRemove?: () => void;
};

/** A file with what has to go from it, or what nobody has looked at. */
export function PublicityFileRow({ file, href, showsChecks = false, onRemove }: PublicityFileRowProps) {
  const t = useTranslations("publicity.files");
  const { name, bytes, problems, unread } = file;
  return (
    <li className="py-2">
      <div className="flex items-start gap-2">
        <span className="min-w-0 flex-1 break-words">
          {href === undefined ? (
            name
          ) : (
            <a href={href} className="text-brand-strong underline underline-offset-2" download>
              {name}
            </a>
          )}{" "}
          <span className="text-[13px] whitespace-nowrap text-ink-soft">{fileSize(bytes)}</span>
        </span>
        {onRemove !== undefined && (
          <Button size="small" aria-label={t("removeNamed", { name })} onClick={onRemove}>
            {t("remove")}
          </Button>
        )}
      </div>
      {problems.length > 0 && (
        <ul className="mt-1 space-y-1 text-bad">
          {problems.map((problem) => (
            <ProblemText key={problem.what} problem={problem} />
          ))}
        </ul>
      )}
      {showsChecks && <ReadingText problems={problems} unread={unread} />}
    </li>
  );
}

function ProblemText({ problem: { what, count, hint, place } }: { problem: FileProblem }) {
  const t = useTranslations();
  const words = { what: t(`checks.files.kinds.${what}`), place: t("checks.files.place", place), count };
  return (
    <li>
      {t("publicity.files.problem", words)}
      {hint !== "" && <span className="text-ink-soft"> {t("publicity.files.search", { hint })}</span>}
    </li>
  );
}

function ReadingText({ problems, unread }: CheckedFile) {
  const t = useTranslations();
  if (unread === null) {
    if (problems.length > 0) return null;
    return (
      <p className="mt-1 text-[13px] text-good">
        <CheckCircleOutlined aria-hidden /> {t("publicity.files.checked")}
      </p>
    );
  }
  const words =
    unread.reason === "notYet"
      ? t("publicity.files.unread.notYet")
      : t(`publicity.files.unread.${unread.state}`, { reason: t(`checks.files.reasons.${unread.reason}`) });
  return <p className="mt-1 text-waiting">{words}</p>;
}
