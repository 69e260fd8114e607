/** Finds or installs the browser of the e2e tests. As a program: prints the path of its executable. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { canInstallPackages, installPackages } from "./apt-install.ts";
import { leave, outputOf, runCommand, say } from "./command.ts";

// First Chromium's headless shell, as Playwright downloads it: the same engine without a whole browser around it.
const systemBrowsers = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].map(
  (name) => `/usr/bin/${name}`,
);

/** Path of a Chromium that starts on this machine; throws with advice when there is none and none can be had. */
export async function provisionChromium(): Promise<string> {
  const found = await firstThatStarts([process.env["CHROMIUM_PATH"], playwrightsOwn(), ...systemBrowsers]);
  if (found !== null) return found;

  say("no Chromium on this machine: trying `playwright install chromium`");
  await runCommand("playwright", ["install", "chromium"], { timeoutMs: 180_000, capture: true });
  const downloaded = await firstThatStarts([playwrightsOwn()]);
  if (downloaded !== null) return downloaded;

  if (await canInstallPackages()) {
    if (!(await installPackages("chromium-headless-shell"))) await installPackages("chromium");
    const installed = await firstThatStarts(systemBrowsers);
    if (installed !== null) return installed;
  }
  throw new Error(
    "No Chromium for the e2e tests: `playwright install chromium` did not work here and Debian's package could not be " +
      "installed. Install Chromium and run again with CHROMIUM_PATH=/path/to/chromium.",
  );
}

/** Chinese glyphs for screenshots. Their absence shows boxes, but fails no test, so this never throws. */
export async function provisionChineseFont(): Promise<void> {
  const fonts = await outputOf("fc-list", ":lang=zh", "family");
  if (fonts !== null && fonts !== "") return;
  const installed = (await canInstallPackages()) && (await installPackages("fonts-noto-cjk"));
  if (!installed) say("no Chinese font on this machine: screenshots will show boxes");
}

/** Where Playwright keeps the browser it downloaded itself, if it did. */
function playwrightsOwn(): string {
  const requireFromE2e = createRequire(new URL("../e2e/package.json", import.meta.url));
  // `require` is untyped; the package's own declaration says what it gives.
  const { chromium } = requireFromE2e("@playwright/test") as { chromium: { executablePath(): string } };
  return chromium.executablePath();
}

/** A browser counts when it answers: Playwright's own lacks system libraries on a bare machine. */
async function firstThatStarts(candidates: readonly (string | undefined)[]): Promise<string | null> {
  for (const candidate of candidates) {
    if (candidate === undefined || !existsSync(candidate)) continue;
    if ((await outputOf(candidate, "--version", "--no-sandbox")) !== null) return candidate;
  }
  return null;
}

if (import.meta.main) {
  process.stdout.write(`${await provisionChromium().catch(leave)}\n`);
  await provisionChineseFont();
}
