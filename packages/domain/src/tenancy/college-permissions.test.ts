import { expect, test } from "vitest";
import { assertCanInCollege, collegeAbilitiesOf, collegePermissions } from "./college-permissions.ts";
import type { CollegeRole } from "./roles.ts";

test("the office may do everything, the auditor reads the trail, the inspector nothing yet", () => {
  expect(collegeAbilitiesOf(["office"])).toEqual(collegePermissions);
  expect(collegeAbilitiesOf(["auditor"])).toEqual(["audit:read"]);
  expect(collegeAbilitiesOf(["inspector"])).toEqual([]);
  expect(collegeAbilitiesOf([])).toEqual([]);
});

test("an unknown role grants nothing", () => {
  // What an old row or a newer version of the database may hold.
  expect(collegeAbilitiesOf(["dean" as CollegeRole])).toEqual([]);
});

test("without the permission the deed is refused", () => {
  expect(() => assertCanInCollege(["auditor"], "branch:manage")).toThrow(
    expect.objectContaining({ code: "FORBIDDEN" }),
  );
  expect(() => assertCanInCollege(["auditor", "office"], "branch:manage")).not.toThrow();
});
