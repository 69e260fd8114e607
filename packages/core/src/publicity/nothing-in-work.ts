import { Prisma } from "@zhibu/db/generated/client";

/** Nothing is being prepared any more; who prepared it stands with the text. */
export const nothingInWork = {
  draft: Prisma.DbNull,
  submittedById: null,
  submittedAt: null,
  returnReason: "",
} as const;
