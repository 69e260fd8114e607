import { useTranslations } from "next-intl";

type WordsInContextProps = { excerpt: string; old: string; next: string };

/** The excerpt with the words in question struck out and those proposed behind them. */
export function WordsInContext({ excerpt, old, next }: WordsInContextProps) {
  const t = useTranslations("office-facts.scan");
  const at = excerpt.indexOf(old);
  const change = (
    <>
      <del className="bg-bad-soft px-0.5 text-bad">{old}</del>
      <span className="sr-only">{t("becomes")}</span>
      <ins className="bg-good-soft px-0.5 text-good no-underline">{next}</ins>
    </>
  );
  // Full-width figures and separators: the text spells it another way than the college does.
  if (at === -1) {
    return (
      <span className="mt-1 block break-words text-ink-soft">
        {excerpt} <span className="whitespace-nowrap">（{change}）</span>
      </span>
    );
  }
  return (
    <span className="mt-1 block break-words text-ink-soft">
      {excerpt.slice(0, at)}
      {change}
      {excerpt.slice(at + old.length)}
    </span>
  );
}
