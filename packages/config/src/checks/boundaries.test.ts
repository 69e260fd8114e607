import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchRepository } from "../testing/scratch-repository.ts";

/** Each file breaks one boundary, on the path the rule is written for. */
const files = {
  "packages/core/src/articles/publish.ts": "export const publish = 1;",
  "packages/core/src/workflow/engine.ts":
    'import { publish } from "../articles/publish.ts";\nexport const engine = publish;',
  "packages/core/src/media/proxy.ts": 'import { NextResponse } from "next/server";\nexport const proxy = NextResponse;',
  "packages/core/src/media/lost.ts": 'import "./nowhere.ts";',
  "packages/core/src/media/factory.ts": 'import "@zhibu/db/testing/factories";',
  "packages/db/src/scope.ts": "export const scope = 1;",
  "packages/db/src/testing/factories.ts": "export const factories = 1;",
  "packages/domain/src/articles/io.ts": 'import "node:fs/promises";\nexport const io = 1;',
  "packages/domain/src/articles/upwards.ts":
    'import type { publish } from "@zhibu/core/articles/publish";\nexport type P = typeof publish;',
  "packages/domain/src/articles/around.ts": 'import "../../../core/src/articles/publish.ts";',
  "packages/domain/src/articles/left.ts": 'import "./right.ts";',
  "packages/domain/src/articles/right.ts": 'import "./left.ts";',
  "packages/api/src/articles.router.ts":
    'import { PrismaClient } from "@prisma/client";\nexport const router = PrismaClient;',
  "packages/api/src/columns.router.ts": 'export const scope = await import("@zhibu/db/scope");',
  "apps/portal/src/app/(site)/reader-site/page.tsx":
    'import { Card } from "../../../features/articles/card.tsx";\nexport const Page = () => <Card />;',
  "apps/portal/src/features/articles/card.tsx": 'import { Button } from "antd";\nexport const Card = () => <Button />;',
  "apps/portal/src/features/articles/query.ts": 'import "@zhibu/db/scope";',
} as const;

const expected: readonly (readonly [rule: string, file: keyof typeof files])[] = [
  ["core-tier-2", "packages/core/src/workflow/engine.ts"],
  ["no-circular", "packages/domain/src/articles/left.ts"],
  ["next-only-in-portal-and-auth", "packages/core/src/media/proxy.ts"],
  ["declared-dependency", "packages/core/src/media/proxy.ts"],
  ["resolvable", "packages/core/src/media/lost.ts"],
  ["no-test-code-in-production", "packages/core/src/media/factory.ts"],
  ["domain-is-pure", "packages/domain/src/articles/io.ts"],
  ["may-import-packages-domain", "packages/domain/src/articles/upwards.ts"],
  ["relative-stays-in-package", "packages/domain/src/articles/around.ts"],
  ["prisma-only-in-db-core-auth", "packages/api/src/articles.router.ts"],
  ["may-import-packages-api", "packages/api/src/columns.router.ts"],
  ["reader-pages-are-documents", "apps/portal/src/app/(site)/reader-site/page.tsx"],
  ["portal-database-only-in-server", "apps/portal/src/features/articles/query.ts"],
];

let repository: Awaited<ReturnType<typeof scratchRepository>>;
let output = "";

beforeAll(async () => {
  repository = await scratchRepository(files);
  const result = await repository.run("depcruise", "--config", ".dependency-cruiser.mjs", "packages", "apps");
  output = result.output;
}, 60_000);

afterAll(() => repository.remove());

test.for(expected)("%s fires for %s", ([rule, file]) => {
  expect(output).toContain(`error ${rule}: ${file} →`);
});
