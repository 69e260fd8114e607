/**
 * `npm run bench -- <name> [--json] [--quick] [--only …]`: prints each figure with its reference, measured in the same run.
 * `reader [--built] [--only P1,P4]`; `console [--small] [--data folder] [--only C2,articles.list,desk]`;
 * `growth [--small] [--built] [--data folder] [--only G1]`.
 */
import { parseArgs } from "node:util";
import type { BenchOptions } from "./bench-options.ts";
import { benchConsole } from "./console/bench-console.ts";
import { type Figure, printFigures } from "./figures.ts";
import { benchGrowth } from "./growth/bench-growth.ts";
import { benchReader } from "./reader/bench-reader.ts";

const benches: Readonly<Record<string, (options: BenchOptions) => Promise<Figure[]>>> = {
  reader: benchReader,
  console: benchConsole,
  growth: benchGrowth,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    built: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    small: { type: "boolean", default: false },
    data: { type: "string", default: process.env["BENCH_DATA"] ?? ".data/bench" },
    only: { type: "string", default: "" },
  },
});
const bench = benches[positionals[0] ?? "reader"];
if (bench === undefined) {
  process.stderr.write(`unknown benchmark; there is: ${Object.keys(benches).join(", ")}\n`);
  process.exit(2);
}
const only = values.only
  .toUpperCase()
  .split(",")
  .filter((name) => name !== "");
const figures = await bench({ ...values, only });
if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else printFigures(figures);
process.exit(0);
