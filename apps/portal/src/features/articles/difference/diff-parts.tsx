"use client";

import type { DiffPart } from "../article-data.ts";

/** Words that came are underlined on green, words that went are struck through on red: never by colour alone. */
export function DiffParts({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map((part, index) => {
    // The parts of one line never move among each other.
    const key = `${index}`;
    if (part.change === "same") return <span key={key}>{part.text}</span>;
    const isNew = part.change === "added";
    const Tag = isNew ? "ins" : "del";
    const look = isNew
      ? "bg-good-soft text-good decoration-good underline decoration-2 underline-offset-4"
      : "bg-bad-soft text-bad decoration-bad line-through decoration-2";
    return (
      <Tag key={key} className={`rounded-sm px-0.5 whitespace-pre-wrap ${look}`}>
        {part.text}
      </Tag>
    );
  });
}
