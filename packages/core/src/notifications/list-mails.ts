import { withOfficeReading } from "@zhibu/db/scope";
import type { ListMailsInput } from "@zhibu/domain/notifications/mail-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { mailSettings } from "./mail-settings.ts";

/** Mails that are not out: waiting, tried in vain, failed, or of unknown fate; newest first. Their words stay closed. */
export async function listMails(ctx: OfficeContext, input: ListMailsInput) {
  assertCanInCollege(ctx.actor.roles, "college:configure");
  const after = decodeCursor(input.cursor);
  const { rows, names } = await withOfficeReading(async (tx) => {
    const found = await tx.mail.findMany({
      where: {
        state: { not: "sent" },
        ...behind("createdAt", after),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      omit: { text: true },
    });
    const people = await tx.user.findMany({
      where: { id: { in: found.map(({ userId }) => userId) } },
      select: { id: true, displayName: true },
    });
    return { rows: found, names: new Map(people.map(({ id, displayName }) => [id, displayName])) };
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    sendsMail: mailSettings() !== null,
    items: page.map(({ id, userId, address, subject, state, attempts, error, createdAt, nextAt }) => ({
      ...{ id, address, subject, state, attempts, error, createdAt, nextAt },
      name: names.get(userId) ?? "",
      can: { resend: state === "failed" || state === "uncertain" },
    })),
    nextCursor: rows.length > input.limit && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}
