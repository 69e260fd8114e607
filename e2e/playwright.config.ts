import { defineConfig } from "@playwright/test";

const chromium = process.env["CHROMIUM_PATH"];
/** Each has a folder for what failed: a run clears its own alone. */
const results = "../test-results";

/** They hold the product to a second or two, or take processes away from it: nothing else runs beside them. */
const alone = [
  "isolation/files.spec.ts",
  "specs/account/sign-in.spec.ts",
  "specs/articles/first-light.spec.ts",
  "specs/office/{banners,baseline,branches,nominations,publicity,push,take-down}.spec.ts",
  "specs/processes/*.spec.ts",
  "specs/publicity/files.spec.ts",
];

export default defineConfig({
  testDir: ".",
  projects: [
    // Files two at a time, each worker with a college of its own: one browser leaves a second core half idle.
    {
      name: "beside",
      testMatch: ["specs/**/*.spec.ts", "isolation/**/*.spec.ts"],
      testIgnore: alone,
      outputDir: `${results}/beside`,
    },
    { name: "alone", testMatch: alone, workers: 1, outputDir: `${results}/alone` },
  ],
  globalSetup: "./fixtures/global-setup.ts",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // A trace of every step doubles what a run costs: `TRACE=1` records the ones that fail.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-quic",
        "--disable-component-update",
        "--disable-gpu",
      ],
    },
  },
});
