import { expect, test } from "vitest";
import { branchSettingsFields } from "./settings-inputs.ts";

const settings = { intro: "", address: "", phone: "", email: "", icp: "" };

test.each([
  { phone: "0373-3831234 转 801、3835678" },
  { email: "zhibu@example.edu.cn" },
  { icp: "豫ICP备12345678号-1" },
  { intro: "  前后空白去掉  " },
])("%o is accepted", (change) => {
  expect(branchSettingsFields.safeParse({ ...settings, ...change }).success).toBe(true);
});

test.each([
  { phone: "<script>" },
  { email: "no address" },
  { intro: "长".repeat(2001) },
  { address: "长".repeat(201) },
])("%o is refused", (change) => {
  expect(branchSettingsFields.safeParse({ ...settings, ...change }).success).toBe(false);
});
