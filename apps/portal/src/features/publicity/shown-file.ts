import type { PublicityDetail } from "./publicity-data.ts";
import type { ListFile } from "./publicity-file-row.tsx";

/** A file that is shown was checked before it was signed. */
export function shownFile(file: PublicityDetail["shownFiles"][number]): ListFile {
  return { ...file, problems: [], unread: null };
}

/** Where the branch's people open a file of a list. */
export function publicityFilePath(branch: string, publicityId: string, mediaId: string): string {
  return `/api/publicity-file/${branch}/${publicityId}/${mediaId}`;
}
