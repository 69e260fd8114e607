import { z } from "zod";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { mediaKinds, mediaPurposes } from "./file-formats.ts";
import { fileNameCharsMax } from "./file-name.ts";

export const mediaKindSchema = z.enum(mediaKinds);

export const altCharsMax = 200;
export const mediaSourceCharsMax = 200;

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replaceAll(/\s+/gu, " ").trim());

/** What the upload door is told beside the bytes; `name` is only a claim. */
export const uploadQuerySchema = z.object({
  branch: z.string().min(1).max(64),
  name: z.string().min(1).max(400),
  kind: mediaKindSchema,
  purpose: z.enum(mediaPurposes).default("library"),
});

export const listMediaInput = z.object({
  kind: mediaKindSchema.optional(),
  /** Words in the name, alt text or source. */
  search: z.string().trim().max(60).optional(),
  /** Opaque: the `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListMediaInput = z.infer<typeof listMediaInput>;

export const mediaRefInput = z.object({ mediaId: idSchema, version: versionSchema });
export type MediaRefInput = z.infer<typeof mediaRefInput>;

/** `name` is the part before the suffix: the suffix says what the content is and stays. */
export const mediaTextsSchema = z.object({
  name: line(fileNameCharsMax - 6).refine((name) => name !== "" && !/[\p{Cc}\p{Cf}\\/<>:"|?*]/u.test(name)),
  alt: line(altCharsMax),
  source: line(mediaSourceCharsMax),
});
export type MediaTexts = z.infer<typeof mediaTextsSchema>;

export const updateMediaInput = mediaRefInput.extend(mediaTextsSchema.shape);
export type UpdateMediaInput = z.infer<typeof updateMediaInput>;
