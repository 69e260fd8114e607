import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, test, vi } from "vitest";
import type { RootRouter } from "@zhibu/api/root.router";
import { signInAgainLink } from "./sign-in-again-link.ts";

const unauthenticated = {
  error: {
    message: "signInAgain",
    code: -32_001,
    data: { appCode: "UNAUTHENTICATED", reason: "signInAgain", params: {}, fields: [], code: "UNAUTHORIZED" },
  },
};

/** A server whose session is gone until `signIn` is called; counts what reaches it. */
function expiredServer() {
  let signedIn = false;
  const inputs: unknown[] = [];
  const link: TRPCLink<RootRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        inputs.push(op.input);
        if (!signedIn) return observer.error(TRPCClientError.from(unauthenticated as never));
        observer.next({ result: { type: "data", data: "done" } });
        observer.complete();
      });
  return { link, inputs, signIn: () => (signedIn = true) };
}

function clientOf(server: ReturnType<typeof expiredServer>, answer: boolean, dismissed = false) {
  const ask = vi.fn(() => {
    if (answer) server.signIn();
    return Promise.resolve(answer);
  });
  const links = [signInAgainLink({ ask, wasDismissed: () => dismissed }), server.link];
  return { client: createTRPCClient<RootRouter>({ links }), ask };
}

const settings = { branch: "jichu", intro: "", address: "", phone: "", email: "", icp: "", version: 3 };
const refused = { data: { appCode: "UNAUTHENTICATED" } };

test("a call whose session ended waits for the person and is sent again as it was", async () => {
  const server = expiredServer();
  const { client, ask } = clientOf(server, true);
  expect(await client.branchSettings.update.mutate(settings)).toBe("done");
  expect(ask).toHaveBeenCalledTimes(1);
  expect(server.inputs).toEqual([settings, settings]);
});

test("who closes the dialog gets the error, once", async () => {
  const server = expiredServer();
  const { client } = clientOf(server, false);
  await expect(client.branchSettings.update.mutate(settings)).rejects.toMatchObject(refused);
  expect(server.inputs).toHaveLength(1);
});

test("a quiet call, and reading after the dialog was closed, don't ask", async () => {
  const server = expiredServer();
  const { client, ask } = clientOf(server, true, true);
  await expect(client.account.me.query()).rejects.toMatchObject(refused);
  await expect(client.branchSettings.update.mutate(settings, { context: { quiet: true } })).rejects.toMatchObject(
    refused,
  );
  expect(ask).not.toHaveBeenCalled();
});

test("a sign-in that did not help is not asked for again", async () => {
  const server = expiredServer();
  const ask = vi.fn(() => Promise.resolve(true));
  const client = createTRPCClient<RootRouter>({
    links: [signInAgainLink({ ask, wasDismissed: () => false }), server.link],
  });
  await expect(client.account.me.query()).rejects.toMatchObject(refused);
  expect(ask).toHaveBeenCalledTimes(1);
});
