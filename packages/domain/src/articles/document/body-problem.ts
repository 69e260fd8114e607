import { AppError, type AppErrorParams } from "../../kernel/app-error.ts";
import type { BodyPath } from "./body-schema.ts";

/** Every reason `parseBody` refuses for; each is a key under `errors.` in the message files. */
export const bodyProblems = [
  "body.notADocument",
  "body.unknownNode",
  "body.unknownMark",
  "body.unknownAttribute",
  "body.badAttribute",
  "body.badContent",
  "body.badText",
  "body.badLink",
  "body.tooDeep",
  "body.tooManyNodes",
  "body.tooLong",
  "body.tooBig",
  "body.tooManyCells",
] as const;
export type BodyProblem = (typeof bodyProblems)[number];

const sizeProblems: ReadonlySet<BodyProblem> = new Set<BodyProblem>([
  "body.tooDeep",
  "body.tooManyNodes",
  "body.tooLong",
  "body.tooBig",
  "body.tooManyCells",
]);

/** `path` in the params is the dotted content path of the refused node; names from the input are cut to 40 characters. */
export function bodyProblem(reason: BodyProblem, path: BodyPath, params: AppErrorParams = {}): AppError {
  const shortened = Object.fromEntries(
    Object.entries(params).map(([key, value]): [string, string | number] => [
      key,
      typeof value === "string" ? value.slice(0, 40).toWellFormed() : value,
    ]),
  );
  return new AppError(sizeProblems.has(reason) ? "TOO_LARGE" : "INVALID", reason, {
    path: path.join("."),
    ...shortened,
  });
}
