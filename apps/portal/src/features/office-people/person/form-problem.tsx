"use client";

import { Notice } from "@zhibu/ui/notice";

/** Why the server refused, above the form it is about. */
export function FormProblem({ problem }: { problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <div className="mb-4">
      <Notice tone="bad" role="alert">
        {problem}
      </Notice>
    </div>
  );
}
