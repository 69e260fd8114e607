import { expect, inject, onTestFinished, test } from "vitest";
import { withOffice } from "./scope.ts";
import type {} from "./testing/global-setup.ts";
import { WaitingClient } from "./waiting-client.ts";

async function client(): Promise<WaitingClient> {
  const connected = new WaitingClient({ connectionString: inject("appUrl") });
  await connected.connect();
  onTestFinished(() => connected.end());
  return connected;
}

// First: pg warns once in a process.
test("relations of one query load without a warning", async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error): number => warnings.push(message);
  process.on("warning", hear);
  onTestFinished(() => void process.off("warning", hear));
  await withOffice((tx) =>
    Promise.all(
      Array.from({ length: 5 }, () =>
        tx.user.findFirst({ include: { branchRoles: true, collegeRoles: true, sessions: true } }),
      ),
    ),
  );
  // Warnings are told on the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});

test("queries asked side by side are answered in their order, and a failed one holds up none", async () => {
  const connected = await client();
  const answers = await Promise.allSettled([
    connected.query("SELECT pg_sleep(0.05), 1 AS n"),
    connected.query("SELECT nothing"),
    connected.query({ text: "SELECT $1::int AS n", values: [2], rowMode: "array" }),
  ]);
  expect(answers.map((answer) => (answer.status === "fulfilled" ? answer.value.rows : answer.status))).toMatchObject([
    [{ n: 1 }],
    "rejected",
    [[2]],
  ]);
});
