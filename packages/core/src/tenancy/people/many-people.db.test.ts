import { beforeAll, expect, test } from "vitest";
import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { connectExplaining, type PlanNode } from "@zhibu/db/testing/explaining-connection";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import { listOfficePeopleInput } from "@zhibu/domain/tenancy/people-inputs";
import { searchTrailActors } from "../../audit/search-trail.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { officerOf } from "../../testing/office.ts";
import { listOfficePeople } from "./list-office-people.ts";

const own = provideOwnDatabase();
/** A plan that is kept is made after five runs, without the words searched for. */
const runs = 8;
let office: OfficeContext;

beforeAll(async () => {
  office = await officerOf(["office", "auditor"]);
  await queryAsOwner(
    own.ownerUrl,
    `INSERT INTO app_user (id, login_name, display_name)
     SELECT gen_random_uuid(), 'webmaster.s' || lpad(n::text, 5, '0'), '欧阳' || chr(19968 + n) FROM generate_series(1, 5000) n`,
  );
  // What is pending of an index counts against it until it is tidied up.
  await queryAsOwner(own.ownerUrl, "VACUUM ANALYZE app_user");
});

function scansOf(node: PlanNode): string[] {
  const own = node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** What `look` answers, and the tables that were read from end to end for it in any of its runs. */
async function watched<T>(look: () => Promise<T>): Promise<{ found: T; scanned: string[] }> {
  const plans: PlanNode[] = [];
  await disconnectDatabase();
  const disconnect = connectExplaining(own.ownerUrl, ({ plan }) => plans.push(plan));
  try {
    for (let run = 1; run < runs; run += 1) await look();
    return { found: await look(), scanned: plans.flatMap(scansOf) };
  } finally {
    await disconnect();
    connectDatabase(own.appUrl, 8);
  }
}

test.each(["WEBMASTER.s0423", "s0423", "0423", "欧阳倀"])(
  "finds %s among 5,000 people without reading them all",
  async (search) => {
    const { found, scanned } = await watched(() => listOfficePeople(office, listOfficePeopleInput.parse({ search })));
    expect(found.items.length).toBeGreaterThan(0);
    expect(
      found.items.every(({ loginName, displayName }) => `${displayName} ${loginName}`.includes(search.toLowerCase())),
    ).toBe(true);
    expect(scanned).not.toContain("app_user");
  },
);

test("and who is looked for in the trail", async () => {
  const { scanned } = await watched(() => searchTrailActors(office, { search: "webmaster.s0423" }));
  expect(scanned).not.toContain("app_user");
});

test("two characters make no trigram, and are found all the same", async () => {
  const { items } = await listOfficePeople(office, listOfficePeopleInput.parse({ search: "阳倀" }));
  expect(items.map(({ displayName }) => displayName)).toEqual(["欧阳倀"]);
});
