import { createTranslator } from "use-intl/core";
import type { OfficeLink } from "@zhibu/core/tenancy/people/renew-office-link";
import type { AppError } from "@zhibu/domain/kernel/app-error";
import errors from "../messages/zh-CN/errors.json" with { type: "json" };
import found from "../messages/zh-CN/found.json" with { type: "json" };
import type { FoundCommand, FoundProblem } from "./found-command.ts";

type Values = Readonly<Record<string, string | number>>;

const t = createTranslator({
  locale: "zh-CN",
  timeZone: "Asia/Shanghai",
  messages: { errors, found },
  onError(error) {
    throw error;
  },
  // The reason of an error is a key that is known when it is thrown.
}) as (key: string, values?: Values) => string;

const moment = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "long", timeStyle: "short" });

/** What whoever runs the server is called in the trail and in the welcome of the link. */
export const operatorName = found.operator;

/** What is printed for whoever runs the server: the link of the person it names is shown this once. */
export function foundReport(command: FoundCommand, link: OfficeLink, consoleOrigin: string): string {
  const { displayName: name, loginName, path, expiresAt } = link;
  const lines = [
    command.verb === "found" ? t("found.done", { name: command.input.name }) : t("found.renewed", { name }),
    "",
    t("found.officer", { name, loginName }),
    t("found.link", { url: `${consoleOrigin}${path}` }),
    t("found.until", { until: moment.format(expiresAt) }),
    "",
    ...(command.verb === "found" ? [t("found.next")] : []),
    t("found.again", { loginName }),
  ];
  return `\n${lines.join("\n")}\n\n`;
}

/** What is wrong with the command line, one line each, and how it is written. */
export function usageReport(problems: readonly FoundProblem[]): string {
  return `${[...problems.map((problem) => found.problem[problem]), "", t("found.usage")].join("\n")}\n`;
}

/** Why a use case refused. */
export function refusalReport({ reason, params }: AppError): string {
  return `${t("found.refused", { reason: t(`errors.${reason}`, params) })}\n`;
}
