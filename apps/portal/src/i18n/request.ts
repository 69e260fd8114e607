import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";

/** Every message file is a namespace: `messages/zh-CN/reader.json` holds `reader.*`. */
const files = import.meta.glob<AbstractIntlMessages>("../../messages/zh-CN/*.json", { eager: true, import: "default" });

const messages: AbstractIntlMessages = Object.fromEntries(
  Object.entries(files).map(([file, content]) => [file.replace(/^.*\/|\.json$/gu, ""), content]),
);

/** One language and one time zone: the college's. A missing message is an error, never an English key on a page. */
export default getRequestConfig(() =>
  Promise.resolve({
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
    messages,
    onError(error) {
      throw error;
    },
  }),
);
