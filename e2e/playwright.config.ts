import { defineConfig } from "@playwright/test";

const chromium = process.env["CHROMIUM_PATH"];

export default defineConfig({
  testDir: ".",
  testMatch: ["specs/**/*.spec.ts", "isolation/**/*.spec.ts"],
  globalSetup: "./fixtures/global-setup.ts",
  outputDir: "../test-results",
  fullyParallel: false,
  // One at a time: some specs measure seconds, and each starts servers and browsers on two cores.
  workers: 1,
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
