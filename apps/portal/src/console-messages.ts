import type { AbstractIntlMessages } from "next-intl";
import { getMessages } from "next-intl/server";

/** Message files of reader pages, of mails and of a command; the console's pages don't carry them. */
const elsewhere = new Set(["reader", "mail", "found"]);

/** What the pages before sign-in need. */
const beforeSignIn = new Set(["common", "errors", "account"]);

async function messagesOf(wanted: (namespace: string) => boolean): Promise<AbstractIntlMessages> {
  const all = Object.entries<AbstractIntlMessages>(await getMessages());
  return Object.fromEntries(all.filter(([namespace]) => wanted(namespace)));
}

/** What client components of the console may say. */
export function consoleMessages(): Promise<AbstractIntlMessages> {
  return messagesOf((namespace) => !elsewhere.has(namespace));
}

/** What client components of the sign-in pages may say. */
export function entryMessages(): Promise<AbstractIntlMessages> {
  return messagesOf((namespace) => beforeSignIn.has(namespace));
}
