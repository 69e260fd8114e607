import { notFound } from "@zhibu/domain/kernel/app-error";
import { publicityRefInput, type PublicityRefInput } from "@zhibu/domain/publicity/publicity-inputs";

/** The list a path names. @throws AppError NOT_FOUND, as for a list that is not there, for what can't be one's id */
export function publicityRefOf(id: string): PublicityRefInput {
  const parsed = publicityRefInput.safeParse({ publicityId: id });
  if (!parsed.success) throw notFound("publicity.notFound");
  return parsed.data;
}
