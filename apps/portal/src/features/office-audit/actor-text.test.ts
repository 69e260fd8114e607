import { expect, test } from "vitest";
import { actorText } from "./actor-text.ts";

test.each([
  ["a person's deed", "019a0000-0000-7000-8000-000000000001", "何正言", "何正言"],
  ["what the server's operator did", null, "服务器管理员", "服务器管理员"],
  ["what the system did by itself", null, "", "系统"],
  ["the same where it named itself", null, "system", "系统"],
])("%s", (_, actorId, actorName, text) => {
  expect(actorText({ system: "系统" }, { actorId, actorName })).toBe(text);
});
