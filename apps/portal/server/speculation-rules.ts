import { ReadyPage } from "./ready-page.ts";
import { inertPolicy } from "./security-headers.ts";

export const speculationRulesPath = "/speculation-rules.json";

/**
 * Browsers may fetch the page behind a link while the pointer rests on it or a finger goes down: the next page is there
 * at once, and without script, for the rules come by header. Documents only, so no picture is loaded and no view counted.
 */
const rules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          { not: { href_matches: "/media/*" } },
          { not: { href_matches: "/*.xml" } },
          { not: { href_matches: "/admin" } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};

/** The rules, as a file every reader host has. */
export function speculationRules(): ReadyPage {
  const headers = ["content-security-policy", inertPolicy, "cache-control", "public, max-age=86400"];
  const body = Buffer.from(JSON.stringify(rules));
  return new ReadyPage({ status: 200, contentType: "application/speculationrules+json", headers, body }, 0, []);
}
