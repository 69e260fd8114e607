import { withOffice } from "@zhibu/db/scope";
import { oldestOpenSession } from "@zhibu/domain/tenancy/session";
import type { PersonContext } from "./person-context.ts";

export type MySession = {
  id: string;
  /** The device this very request comes from. */
  current: boolean;
  /** Such as `Windows · Edge`; empty where no browser said so. */
  agent: string;
  address: string;
  /** Whether the person came over the campus sign-in. */
  viaCampus: boolean;
  signedInAt: Date;
  lastSeenAt: Date;
};

/** More devices than anybody has; who has more is being used by a program. */
const listMax = 50;

/** The devices the person is signed in on: the present one first, then the last used. */
export async function listMySessions({ actor, now }: PersonContext): Promise<MySession[]> {
  const rows = await withOffice((tx) =>
    tx.userSession.findMany({
      where: { userId: actor.userId, endedAt: null, createdAt: { gt: oldestOpenSession(now()) } },
      orderBy: { lastSeenAt: "desc" },
      take: listMax,
    }),
  );
  return rows
    .map(({ id, agent, address, method, createdAt, lastSeenAt }) => ({
      id,
      current: id === actor.sessionId,
      agent,
      address,
      viaCampus: method !== "password",
      signedInAt: createdAt,
      lastSeenAt,
    }))
    .toSorted((a, b) => Number(b.current) - Number(a.current));
}
