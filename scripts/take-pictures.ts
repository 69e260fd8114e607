/** Takes the pictures of the README from a running demo: `npm start`, then `node scripts/take-pictures.ts <demo password>`. */
import { mkdir } from "node:fs/promises";
import { chromium, type Browser } from "@playwright/test";
import sharp from "sharp";
import { provisionChromium } from "./provision-chromium.ts";

const port = process.env["PORT"] ?? "3000";
const [password = ""] = process.argv.slice(2);
const at = (host: string, path: string): string => `http://${host}localhost:${port}${path}`;

/** `follow` is the name of a link to go on by. */
type Shot = { url: string; follow?: string; width: number; height: number };

async function shoot(browser: Browser, shots: readonly Shot[], signIn?: string): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  for (const { url, follow, width, height } of shots) {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
    });
    const page = await context.newPage();
    if (signIn !== undefined) {
      await page.goto(at("console.", "/sign-in"));
      await page.getByLabel("登录名").fill(signIn);
      await page.getByLabel("密码", { exact: true }).fill(password);
      await page.getByRole("button", { name: "登录" }).click();
      await page.waitForURL(at("console.", "/inbox"));
    }
    await page.goto(url, { waitUntil: "networkidle" });
    if (follow !== undefined) {
      await page.getByRole("link", { name: follow }).click();
      await page.getByRole("heading", { name: follow }).waitFor();
      await page.waitForLoadState("networkidle");
    }
    taken.push(await page.screenshot());
    await context.close();
  }
  return taken;
}

/** The wide picture with the narrow one beside it, on a quiet ground. */
async function compose(file: string, [wide, narrow]: readonly Buffer[]): Promise<void> {
  await sharp({ create: { width: 1720, height: 860, channels: 3, background: "#e9e6e0" } })
    .composite([
      { input: wide ?? Buffer.alloc(0), left: 40, top: 40 },
      { input: narrow ?? Buffer.alloc(0), left: 1340, top: 40 },
    ])
    .webp({ quality: 82 })
    .toFile(file);
}

const browser = await chromium.launch({
  executablePath: await provisionChromium(),
  args: ["--no-sandbox", "--disable-background-networking"],
});
const sizes = { wide: { width: 1260, height: 780 }, narrow: { width: 340, height: 780 } };
const pictures = new URL("../docs/pictures/", import.meta.url);
await mkdir(pictures, { recursive: true });
const branchHome = at("jichu.", "/");
await compose(
  new URL("reader.webp", pictures).pathname,
  await shoot(browser, [
    { url: branchHome, ...sizes.wide },
    { url: branchHome, ...sizes.narrow },
  ]),
);
await compose(
  new URL("console.webp", pictures).pathname,
  await shoot(
    browser,
    [
      { url: at("console.", "/jichu"), ...sizes.wide },
      { url: at("console.", "/inbox"), ...sizes.narrow },
    ],
    "secretary.jichu",
  ),
);
const running = { url: at("console.", "/linchuang/publicity"), follow: "关于入党积极分子综合考评结果的公示" };
await compose(new URL("publicity.webp", pictures).pathname, [
  ...(await shoot(browser, [{ ...running, ...sizes.wide }], "secretary.linchuang")),
  ...(await shoot(browser, [{ url: at("linchuang.", "/g/1"), ...sizes.narrow }])),
]);
await browser.close();
