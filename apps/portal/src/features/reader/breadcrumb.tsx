import { useTranslations } from "next-intl";

export type Crumb = { href: string; label: string };

/** 当前位置: where the page stands. The page itself is named by its heading and not repeated. */
export function Breadcrumb({ trail }: { trail: readonly Crumb[] }) {
  const t = useTranslations("reader");
  return (
    <nav className="breadcrumb" aria-label={t("here")}>
      <span aria-hidden="true">{t("here")}：</span>
      <ol>
        {[{ href: "/", label: t("home") }, ...trail].map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
