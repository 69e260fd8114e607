import messages from "../messages/zh-CN/server.json" with { type: "json" };
import type { PortalEnv } from "../src/env.ts";
import { branchOrigin, consoleOrigin, originOf } from "../src/origins.ts";

/** A real college has more; the portal lists them all. */
const branchesMax = 10;

function label(key: keyof typeof messages): string {
  return messages[key];
}

/** What is printed once everything answers: where to look and, in a demo, how to get in. */
export function startReport(env: PortalEnv, slugs: readonly string[], demoPassword: string | null): string {
  const lines = [
    [label("reportPortal"), originOf(env.ROOT_DOMAIN, env)],
    ...slugs.slice(0, branchesMax).map((slug) => [label("reportBranch"), branchOrigin(slug, env)]),
    [label("reportConsole"), consoleOrigin(env)],
  ];
  const [slug] = slugs;
  if (demoPassword !== null && slug !== undefined) {
    const staff = ["secretary", "webmaster", "organiser", "contributor"].map((role) => `${role}.${slug}`);
    lines.push([label("reportAccounts"), ["office", "inspector", "auditor", ...staff].join(" ")]);
    lines.push([label("reportOtherBranches"), "secretary.<slug> …"], [label("reportPassword"), demoPassword]);
  }
  return `\n${lines.map(([label, value]) => `${label}  ${value}`).join("\n")}\n\n`;
}
