import { expect, test } from "vitest";
import { missingBinaries, platformOf } from "./complete-lockfile.ts";

test("what the lock file names without describing it is missing", () => {
  const packages = {
    "": {},
    "node_modules/tool": {
      dev: true,
      optionalDependencies: { "@tool/linux-x64": "1.0.0", "@tool/darwin-x64": "1.0.0" },
    },
    "node_modules/@tool/linux-x64": { version: "1.0.0" },
    "apps/portal/node_modules/other": { optionalDependencies: { "@other/linux-x64": "2.0.0", fsevents: "~2.3.3" } },
    "apps/portal/node_modules/@other/linux-x64": { version: "2.0.0" },
  };
  expect(missingBinaries(packages)).toEqual([{ name: "@tool/darwin-x64", version: "1.0.0", dev: true }]);
});

test.for([
  ["@next/swc-darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
  ["@turbo/windows-64", { cpu: ["x64"], os: ["win32"] }],
  ["@swc/core-win32-ia32-msvc", { cpu: ["ia32"], os: ["win32"] }],
  ["@oxlint/binding-linux-x64-musl", { cpu: ["x64"], os: ["linux"], libc: ["musl"] }],
  ["@oxlint/binding-linux-arm-gnueabihf", { cpu: ["arm"], os: ["linux"], libc: ["glibc"] }],
  ["@oxfmt/binding-android-arm-eabi", { cpu: ["arm"], os: ["android"] }],
  ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
] as const)("%s tells its platform", ([name, platform]) => {
  expect(platformOf(name)).toEqual(platform);
});

test("a name that tells no platform is refused, not installed everywhere", () => {
  expect(() => platformOf("@tool/binding")).toThrow("platform");
});
