import { z } from "zod";

/** What a column of a list may hold. There is no kind for numbers of persons, addresses or dates of birth. */
export const publicityColumnKinds = ["name", "unit", "grade", "major", "award", "meeting", "text"] as const;
export const publicityColumnSchema = z.object({
  /** Stable name of the column in entries. */
  key: z.string().regex(/^[a-z][a-z0-9]{0,19}$/u),
  label: z.string().trim().min(1).max(20),
  kind: z.enum(publicityColumnKinds),
  required: z.boolean(),
  /** Longest text of a cell, in characters. */
  lengthMax: z.int().min(1).max(60),
});
export type PublicityColumn = z.infer<typeof publicityColumnSchema>;

/** Who is meant to see the list: the fewest who have to (PIPL art. 6). */
export const publicityScopes = ["branch", "signed_in", "campus", "public"] as const;
export type PublicityScope = (typeof publicityScopes)[number];
/** Sites have neither sign-in nor cookies, so nothing narrower can be kept: a template must not promise it. */
export const scopesKept: readonly PublicityScope[] = ["public"];

/** The prior impact assessment (PIPL art. 55, 56), kept with the version of the template it was made for. */
export const impactAssessmentSchema = z.object({
  purpose: z.string().trim().min(1).max(500),
  necessity: z.string().trim().min(1).max(500),
  risks: z.string().trim().min(1).max(500),
  measures: z.string().trim().min(1).max(500),
  assessedBy: z.string().trim().min(1).max(50),
  assessedOn: z.iso.date(),
});
export type ImpactAssessment = z.infer<typeof impactAssessmentSchema>;

/** Words a notice may leave open; each stands as `{{word}}`. */
export const noticePlaceholders = [
  "支部",
  "标题",
  "开始日期",
  "结束日期",
  "工作日",
  "人数",
  "异议件数",
  "联系人",
  "联系电话",
  "联系地址",
] as const;
type Placeholder = (typeof noticePlaceholders)[number];

const shownWords = [
  "支部",
  "标题",
  "人数",
  "开始日期",
  "结束日期",
  "工作日",
  "联系人",
  "联系电话",
  "联系地址",
] as const satisfies readonly Placeholder[];
const resultWords = ["标题", "开始日期", "结束日期", "异议件数"] as const satisfies readonly Placeholder[];
/** What is filled in where: anything else would stay open before readers. */
export const wordsFilledIn = {
  notice: shownWords,
  howToObject: shownWords,
  withoutObjections: resultWords,
  withObjections: resultWords,
} as const;
export type WordedField = keyof typeof wordsFilledIn;

export type NoticeWords = Readonly<Partial<Record<Placeholder, string>>>;

/** What a list of this type may show, how long, to whom, and in which words. A list keeps the version it began under. */
export const publicityTemplateSchema = z
  .object({
    name: z.string().trim().min(1).max(40),
    columns: z.array(publicityColumnSchema).min(1).max(8),
    /** Whole working days; the office may ask for more than five, never for fewer. */
    workingDaysMin: z.int().min(5).max(60),
    scope: z.enum(publicityScopes),
    notice: z.string().trim().min(1).max(2_000),
    howToObject: z.string().trim().min(1).max(500),
    legalBasis: z.string().trim().min(1).max(500),
    /** The result statement as it is proposed to the secretary, without and with objections. */
    result: z.object({
      withoutObjections: z.string().trim().min(1).max(500),
      withObjections: z.string().trim().min(1).max(500),
    }),
    assessment: impactAssessmentSchema,
  })
  .refine(({ columns }) => new Set(columns.map(({ key }) => key)).size === columns.length, {
    path: ["columns"],
    error: "publicity.columnTwice",
  })
  .refine(({ columns }) => columns.some(({ kind, required }) => kind === "name" && required), {
    path: ["columns"],
    error: "publicity.nameColumnMissing",
  })
  .refine(
    ({ notice, howToObject, result }) =>
      [
        unknownPlaceholders(notice, "notice"),
        unknownPlaceholders(howToObject, "howToObject"),
        unknownPlaceholders(result.withoutObjections, "withoutObjections"),
        unknownPlaceholders(result.withObjections, "withObjections"),
      ].every((unknown) => unknown.length === 0),
    { path: ["notice"], error: "publicity.unknownPlaceholder" },
  );
export type PublicityTemplate = z.infer<typeof publicityTemplateSchema>;

const placeholder = /\{\{\s*([^{}]{1,20}?)\s*\}\}/gu;

/** Place-holders nobody fills in in this field, in the order they stand. */
export function unknownPlaceholders(words: string, field: WordedField): string[] {
  const known: readonly string[] = wordsFilledIn[field];
  return Array.from(words.matchAll(placeholder), ([, word = ""]) => word).filter((word) => !known.includes(word));
}

/** The words without a place-holder, its label and the comma that joins it to what stands before, or else to what follows. */
function withoutLabelled(words: string, word: string): string {
  const clause = String.raw`[^，、；。：\n]{1,8}：\{\{\s*${word}\s*\}\}`;
  return words.replaceAll(new RegExp(`[，、；]${clause}|${clause}[，、；]?`, "gu"), "");
}

/**
 * The words with their place-holders filled in; a value is text, whatever signs it holds, and what has no value stays
 * open. What is known to be empty goes with its label: no notice says "地址：。".
 */
export function fillNotice(words: string, values: NoticeWords): string {
  const byWord: Readonly<Record<string, string | undefined>> = values;
  const empty = noticePlaceholders.filter((word) => byWord[word] === "");
  return empty.reduce(withoutLabelled, words).replaceAll(placeholder, (whole, word: string) => byWord[word] ?? whole);
}
