import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchRepository } from "../testing/scratch-repository.ts";

/** Each file breaks the rule beside it; the line after it is what the rule must leave alone. */
const cases = [
  ["zhibu(no-clock)", "packages/domain/src/articles/now.ts", "export const now = () => Date.now();"],
  ["zhibu(no-clock)", "packages/domain/src/articles/today.ts", "export const today = () => new Date();"],
  ["zhibu(no-randomness)", "packages/domain/src/articles/dice.ts", "export const dice = () => Math.random();"],
  ["zhibu(no-randomness)", "packages/domain/src/kernel/new-id.ts", "export const id = () => crypto.randomUUID();"],
  [
    "zhibu(no-chinese-text)",
    "apps/portal/src/features/articles/title.tsx",
    "export const Title = () => <h1>标题</h1>;",
  ],
  ["zhibu(no-chinese-text)", "packages/core/src/articles/say.ts", "export const say = (n: number) => `共 ${n} 篇`;"],
  ["zhibu(reasoned-cast)", "packages/core/src/articles/cast.ts", "export const n = (x: unknown) => x as number;"],
  ["node(no-process-env)", "packages/core/src/media/secret.ts", 'export const secret = process.env["SECRET"];'],
  ["typescript(no-explicit-any)", "packages/core/src/media/loose.ts", "export function loose(x: any) { void x; }"],
  [
    "typescript(no-non-null-assertion)",
    "packages/core/src/media/sure.ts",
    "export const f = (x: number | null) => x!;",
  ],
  [
    "typescript(no-floating-promises)",
    "packages/core/src/media/floating.ts",
    "async function save() {}\nexport function click() {\n  save();\n}",
  ],
  [
    "typescript(switch-exhaustiveness-check)",
    "packages/domain/src/articles/missing.ts",
    'export function f(x: "a" | "b") {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n}',
  ],
  ["import(no-default-export)", "packages/core/src/media/default.ts", "export default 1;"],
  ["import(extensions)", "packages/core/src/media/import.ts", 'import { f } from "./sure";\nexport const g = f;'],
  ["oxc(no-barrel-file)", "packages/core/src/media/all.ts", 'export * from "./sure.ts";'],
  ["unicorn(filename-case)", "packages/core/src/media/camelCase.ts", "export const a = 1;"],
  [
    "eslint(no-restricted-globals)",
    "packages/core/src/media/browser.ts",
    "export const width = () => window.innerWidth;",
  ],
  ["typescript(consistent-type-definitions)", "packages/core/src/media/shape.ts", "export interface Shape { a: 1 }"],
] as const;

const innocent = {
  "packages/domain/src/articles/add-days.ts":
    "/** Days are 24 hours. */\nexport const addDays = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);\n",
  "packages/domain/src/columns/names.ts": 'export const names = ["新闻动态"] as const;\n',
  "packages/core/src/articles/reasoned.ts":
    "export function count(x: unknown): number {\n  // The query above selects a count only.\n  return x as number;\n}\n",
  "packages/core/src/articles/say.test.ts": 'export const title = "标题";\n',
  "packages/core/src/env.ts": 'export const secret = process.env["SECRET"];\n',
};

let repository: Awaited<ReturnType<typeof scratchRepository>>;
let findings: readonly string[] = [];

beforeAll(async () => {
  const broken = Object.fromEntries(cases.map(([, file, content]) => [file, `${content}\n`]));
  repository = await scratchRepository({ ...broken, ...innocent });
  const { output } = await repository.run("oxlint", "--format", "unix", "packages", "apps");
  findings = output.split("\n");
}, 60_000);

afterAll(() => repository.remove());

test.for(cases)("%s fires in %s", ([rule, file]) => {
  expect(findings.filter((line) => line.startsWith(`${file}:`)).join("\n")).toContain(rule);
});

test.for(Object.keys(innocent))("nothing is said about %s", (file) => {
  expect(findings.filter((line) => line.startsWith(`${file}:`))).toEqual([]);
});
