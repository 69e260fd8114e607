import { useTranslations } from "next-intl";
import type { ListedPublicity } from "@zhibu/core/publicity/published/shown-publicity";
import { publicityPath } from "../addresses.ts";

/** Lists with the day until which they run, or what became of them. */
export function PublicityRows({ items }: { items: readonly ListedPublicity[] }) {
  const t = useTranslations("reader.publicity");
  return (
    <ul className="rows">
      {items.map(({ no, title, state, lastDay }) => (
        <li key={no}>
          <a href={publicityPath(no)}>{title}</a>
          {state === "running" ? (
            <time dateTime={lastDay}>{t("untilDay", { day: lastDay })}</time>
          ) : (
            <span className="publicity-state">{t(`states.${state}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
