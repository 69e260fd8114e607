import { coreTiers, mayImport } from "./packages/config/src/boundaries.ts";

const tests = String.raw`\.test\.tsx?$|/testing/`;
const oneOf = (names) => `(${names.join("|")})`;

/** One rule per package: from its sources to any other package that is not on its list. */
const packageRules = Object.entries(mayImport).map(([from, allowed]) => ({
  name: `may-import-${from.replace("/", "-")}`,
  severity: "error",
  comment: `${from} may import ${allowed.join(", ") || "no other package"}; see packages/config/src/boundaries.ts.`,
  from: { path: `^${from}/`, pathNot: tests },
  to: {
    path: "^(packages|apps|e2e|scripts|prisma|bench)/",
    pathNot: [`^${oneOf([from, ...allowed])}/`, ...(from === "apps/portal" ? ["^packages/db/src/"] : [])],
  },
}));

/** One rule per tier of core: no import of a tier further down. */
const tierRules = coreTiers.slice(0, -1).map((tier, index) => ({
  name: `core-tier-${index}`,
  severity: "error",
  comment: `core: ${tier.join(", ")} must not import what is built on them; engines hold {subjectType, subjectId}.`,
  from: { path: `^packages/core/src/${oneOf(tier)}/`, pathNot: tests },
  to: { path: `^packages/core/src/${oneOf(coreTiers.slice(index + 1).flat())}/` },
}));

export default {
  forbidden: [
    ...packageRules,
    ...tierRules,
    {
      name: "portal-database-only-in-server",
      severity: "error",
      comment: "The server's start-up opens and migrates the database; pages and features go through core.",
      from: { path: "^apps/portal/", pathNot: ["^apps/portal/server/", tests] },
      to: { path: "^packages/db/" },
    },
    {
      name: "tests-use-db-only-through-testing",
      severity: "error",
      comment: "Outside db, core and auth a test may use db's factories (db/testing), nothing else of it.",
      from: { path: ["^packages/(domain|api|ui)/", "^e2e/", "^apps/portal/src/"] },
      to: { path: "^packages/db/src/(?!testing/)" },
    },
    {
      name: "relative-stays-in-package",
      severity: "error",
      comment: "Another package is imported by its name, so that its exports and dependencies stay true.",
      from: { path: "^((?:packages|apps)/[^/]+)/" },
      to: {
        path: "^(packages|apps|prisma|scripts|bench|e2e)/",
        pathNot: ["^$1/", "^apps/portal/messages/"],
        dependencyTypes: ["local"],
      },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "domain imports zod and itself: no IO, no framework, no clock.",
      from: { path: "^packages/domain/", pathNot: tests },
      to: { pathNot: ["^packages/domain/", "(^|/)node_modules/zod/"] },
    },
    {
      name: "prisma-only-in-db-core-auth",
      severity: "error",
      comment: "Queries live in core; routers, pages and features never see Prisma.",
      from: { path: "^(packages|apps|e2e)/", pathNot: ["^packages/(db|core|auth)/"] },
      to: { path: ["(^|/)node_modules/(@prisma|prisma)/", "^packages/db/src/generated/"] },
    },
    {
      name: "next-only-in-portal-and-auth",
      severity: "error",
      comment: "Use cases and rules run without Next: in the worker, in scripts, in tests.",
      from: { path: "^(packages|apps|e2e|scripts|prisma)/", pathNot: ["^apps/portal/", "^packages/auth/"] },
      to: { path: "(^|/)node_modules/(next|next-intl|next-auth)/" },
    },
    {
      name: "reader-pages-are-documents",
      severity: "error",
      comment:
        "Reader pages are plain documents: whatever they reach is free of antd, the design system and client libraries.",
      from: { path: ["^apps/portal/src/app/[(](portal|site)[)]/", "^apps/portal/src/features/reader/"] },
      to: {
        path: [
          "(^|/)node_modules/(antd|@ant-design|@tiptap/react|@tanstack|@trpc|nuqs|react-hook-form)/",
          "^packages/ui/",
        ],
        reachable: true,
      },
    },
    {
      name: "no-circular",
      severity: "error",
      comment: "A cycle means that two files are one, or that a third is missing.",
      from: { path: "^(packages|apps|e2e|scripts|prisma|bench)/" },
      to: { circular: true },
    },
    {
      name: "no-test-code-in-production",
      severity: "error",
      comment: "Factories and fixtures stay in tests, seeds and benchmarks.",
      from: { path: "^(packages|apps)/", pathNot: tests },
      to: { path: tests },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "Every import resolves to a file or an installed package.",
      from: { pathNot: String.raw`^packages/config/src/.*\.test\.ts$` },
      to: { couldNotResolve: true, pathNot: String.raw`generated/|\.next/` },
    },
    {
      name: "no-dev-dependency-in-production",
      severity: "error",
      comment: "What runs in production is listed in dependencies.",
      from: { path: "^(packages|apps)/[^/]+/(src|server)/", pathNot: [tests, "^packages/config/"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm", "npm-peer", "type-only"] },
    },
    {
      name: "declared-dependency",
      severity: "error",
      comment: "A package lists what it imports in its own package.json.",
      from: { path: "^(packages|apps)/[^/]+/(src|server)/", pathNot: [tests, "^packages/config/"] },
      to: { dependencyTypes: ["npm-no-pkg"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "(^|/)(node_modules|generated)/" },
    exclude: { path: String.raw`(^|/)(\.next|\.data|test-results)/|\.css$` },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".mjs", ".json"],
    },
    skipAnalysisNotInRules: true,
  },
};
