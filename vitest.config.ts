import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];

/** Two projects: `unit` needs nothing, `db` runs `*.db.test.ts` on one real, migrated PostgreSQL for the whole run. */
export default defineConfig({
  test: {
    server: { deps: { inline: ["next-auth", "next-intl"] } },
    restoreMocks: true,
    // Files share two processes: importing everything anew for each of 250 files took longer than their tests.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,apps}/*/{src,server}/**/*.test.{ts,tsx}", "{scripts,prisma,bench}/**/*.test.ts"],
          exclude: [...ignored, "**/*.db.test.ts"],
          // For a busy machine: properties run thousands of cases, and a limit of seconds would judge the machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["{packages,apps}/*/{src,server}/**/*.db.test.ts", "prisma/**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["packages/db/src/testing/global-setup.ts"],
          setupFiles: ["packages/db/src/testing/connect.ts"],
          pool: "forks",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
