import type { Media, MediaReading } from "@zhibu/db/generated/client";
import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import type { MediaKind } from "@zhibu/domain/media/file-formats";
import { mayDeleteMedia, mayEditMedia } from "@zhibu/domain/media/media-rules";
import type { BranchContext } from "../kernel/context.ts";
import type { MediaUse } from "./media-uses.ts";
import { readingOf } from "./reading/stored-reading.ts";

/** An item of the library as screens see it, with what the person looking may do to it. */
export type MediaItem = {
  id: string;
  version: number;
  kind: MediaKind;
  /** With its suffix. */
  name: string;
  ext: string;
  bytes: number;
  /** Upright, in pixels; `null` for attachments. */
  width: number | null;
  height: number | null;
  /** Widths that exist as `w{width}.webp`, ascending. */
  widths: number[];
  alt: string;
  source: string;
  /** What an attachment's text was found to hold; `null` for pictures, and for files nobody has read yet. */
  reading: FileReading | null;
  createdByName: string;
  createdAt: Date;
  /** The newest few; `usedCount` says how many there are. */
  uses: Pick<MediaUse, "articleId" | "no" | "title" | "isLive">[];
  usedCount: number;
  can: { edit: boolean; rename: boolean; delete: boolean };
};

const usesShown = 5;

/** A row with what its text was found to hold. */
export type ReadMedia = Media & { reading: MediaReading | null };

export function mediaItem(ctx: BranchContext, row: ReadMedia, uses: readonly MediaUse[]): MediaItem {
  const { id, version, kind, name, ext, bytes, width, height, widths, alt, source, createdByName, createdAt } = row;
  const { roles, userId } = ctx.actor;
  const edit = mayEditMedia(roles, { isLive: uses.some((use) => use.isLive) });
  return {
    id,
    version,
    kind,
    name,
    ext,
    bytes,
    width,
    height,
    widths,
    alt,
    source,
    reading: readingOf(row.reading),
    createdByName,
    createdAt,
    uses: uses.slice(0, usesShown).map(({ articleId, no, title, isLive }) => ({ articleId, no, title, isLive })),
    usedCount: uses.length,
    can: {
      edit,
      rename: edit && !uses.some((use) => use.isSealed),
      delete: uses.length === 0 && mayDeleteMedia(roles, userId, row),
    },
  };
}
