import type { TrailItem } from "@zhibu/core/audit/list-trail";

type About = Pick<TrailItem, "subject" | "subjectType" | "subjectId" | "branchSlug">;

/** Where the office finds what a record is about; `null` where there is no such page, or nothing there any more. */
export function consoleHref({ subject, subjectType, subjectId, branchSlug }: About): string | null {
  if (!subject) return null;
  switch (subjectType) {
    case "article":
      return branchSlug && `/${branchSlug}/articles/${subjectId}`;
    case "column":
      return branchSlug && `/${branchSlug}/columns`;
    case "media":
      return branchSlug && `/${branchSlug}/media`;
    case "branch":
      return branchSlug && `/office/branches/${branchSlug}`;
    case "user":
      return `/office/people/${subjectId}`;
    default:
      return null;
  }
}
