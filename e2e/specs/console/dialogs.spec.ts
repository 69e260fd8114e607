import { expect } from "@playwright/test";
import { openConsole } from "../../fixtures/console-page.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

test("a question's buttons stand where they are from its first picture on: what is pressed at once is not missed", async ({
  page,
}) => {
  const { client } = await staffMember(await openBranch(), "webmaster");
  await beSignedIn(page.context(), client);
  await openConsole(page, "/account");
  // Every place the button is painted at, from the moment it is there until half a second later.
  const places = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen = new Set<string>();
        let until = Infinity;
        const look = () => {
          const button = document.querySelector('[role="dialog"] .ant-btn');
          if (button) {
            if (until === Infinity) until = performance.now() + 500;
            const { x, y, width, height } = button.getBoundingClientRect();
            seen.add([x, y, width, height].map(Math.round).join(" "));
          }
          if (performance.now() > until) resolve([...seen]);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.getByRole("button", { name: "退出所有设备" }).click();
  expect(await places).toHaveLength(1);
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
});
