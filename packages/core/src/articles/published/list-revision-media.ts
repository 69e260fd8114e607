import type { MediaUse } from "@zhibu/db/generated/enums";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

export type BodyPicture = { mediaId: string; alt: string; width: number; height: number; widths: readonly number[] };

export type Attachment = { mediaId: string; name: string; ext: string; bytes: number };

type MediaRow = {
  mediaId: string;
  use: MediaUse;
  name: string;
  ext: string;
  bytes: number;
  alt: string;
  width: number | null;
  height: number | null;
  widths: readonly number[];
};

/** Pictures (cover and body) and attachments of a live revision, in its order. */
export async function listRevisionMedia(
  tx: Tx,
  tenantId: TenantId,
  revisionId: string,
): Promise<{ pictures: BodyPicture[]; attachments: Attachment[] }> {
  const rows = await tx.$queryRaw<MediaRow[]>`
    SELECT m.id AS "mediaId", u.use, m.name, m.ext, m.bytes, m.alt, m.width, m.height, m.widths
    FROM revision_media u JOIN media m ON m.tenant_id = u.tenant_id AND m.id = u.media_id
    WHERE u.tenant_id = ${tenantId}::uuid AND u.revision_id = ${revisionId}::uuid
    ORDER BY u.use, u.position`;
  const isAttachment = (row: MediaRow): boolean => row.use === "attachment";
  return {
    attachments: rows.filter(isAttachment).map(({ mediaId, name, ext, bytes }) => ({ mediaId, name, ext, bytes })),
    pictures: rows.flatMap(({ mediaId, alt, width, height, widths, use }) =>
      use === "attachment" || width === null || height === null ? [] : [{ mediaId, alt, width, height, widths }],
    ),
  };
}
