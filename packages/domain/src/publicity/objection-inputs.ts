import { z } from "zod";
import { cleanText } from "../articles/document/clean-text.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { objectionActions } from "./objection-states.ts";

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replaceAll(/\s+/gu, " ").trim());

export const objectionTextCharsMax = 2_000;

/** What the one file that may come with an objection may weigh. */
export const objectionFileBytesMax = 10 * 1024 * 1024;

/** What a reader fills in: by name, with a way to be answered, or anonymously. */
export const objectionInput = z
  .object({
    text: z
      .string()
      .max(objectionTextCharsMax)
      .transform((text) => cleanText(text).trim())
      .pipe(z.string().min(10)),
    name: line(40),
    contact: line(100),
  })
  .refine(({ name, contact }) => name === "" || contact !== "", {
    path: ["contact"],
    error: "objection.contactMissing",
  });
export type ObjectionInput = z.infer<typeof objectionInput>;

/** Sealed in one piece. */
export const sealedObjectionSchema = z.object({ text: z.string(), name: z.string(), contact: z.string() });

/** What is known of the file that came with an objection; sealed, for a file's name may carry a person's. */
export const sealedObjectionFileSchema = z.object({ name: z.string(), mime: z.string(), bytes: z.int() });
export type ObjectionFile = z.infer<typeof sealedObjectionFileSchema>;

/** Twelve signs without look-alikes, as printed (`XXXX-XXXX-XXXX`) or typed. */
export const receiptSchema = z
  .string()
  .max(30)
  .transform((typed) =>
    typed
      .normalize("NFKC")
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/gu, ""),
  )
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/u));

export const listObjectionsInput = z.object({ publicityId: idSchema });
export type ListObjectionsInput = z.infer<typeof listObjectionsInput>;

export const objectionRefInput = z.object({ objectionId: idSchema });
export type ObjectionRefInput = z.infer<typeof objectionRefInput>;

/** A step of the handling, with what was found; the decision on a named objection carries the answer its sender gets. */
export const handleObjectionInput = z.object({
  objectionId: idSchema,
  version: versionSchema,
  action: z.enum(objectionActions),
  record: z.string().trim().min(4).max(2_000),
  answer: z.string().trim().max(2_000).default(""),
});
export type HandleObjectionInput = z.infer<typeof handleObjectionInput>;
