import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { newBranch } from "../testing/contexts.ts";
import { newPerson } from "../testing/persons.ts";
import { findBranches } from "./find-branches.ts";

test("people find their own branches alone, the office any that is not archived", async () => {
  const [mine, theirs, archived] = [await newBranch(), await newBranch(), await newBranch()];
  await withOffice((tx) => tx.branch.update({ where: { id: archived.tenantId }, data: { state: "archived" } }));
  const { tenantId, slug, name } = mine;
  const person = await newPerson({ branches: [{ tenantId, slug, name, shortName: name, roles: ["contributor"] }] });
  const office = await newPerson({ collegeRoles: ["office"] });
  const slugs = async (ctx: typeof person, search: string) =>
    (await findBranches(ctx, { search })).map((found) => found.slug);

  expect(await slugs(person, "")).toEqual([slug]);
  expect(await slugs(person, theirs.name)).toEqual([]);
  expect(await slugs(office, theirs.name)).toEqual([theirs.slug]);
  expect(await slugs(office, archived.name)).toEqual([]);
});
