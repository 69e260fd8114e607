import { useTranslations } from "next-intl";
import { Emblem } from "./emblem.tsx";
import type { MenuItem } from "./site-menu.ts";

export type MastheadProps = {
  name: string;
  line: string;
  aside?: { href: string; label: string };
  menu: readonly MenuItem[];
};

/** Emblem, name and navigation. The navigation stands twice: opened by hand on phones, spread out on wider screens. */
export function Masthead({ name, line, aside, menu }: MastheadProps) {
  const t = useTranslations("reader");
  return (
    <header className="masthead">
      <div className="masthead-bar">
        <a className="brand" href="/">
          <Emblem />
          <span className="brand-words">
            <span className="brand-line">{line}</span>
            <span className="brand-name">{name}</span>
          </span>
        </a>
        <div className="masthead-tools">
          {aside && (
            <a className="masthead-aside" href={aside.href}>
              {aside.label}
            </a>
          )}
          <label className="large-print">
            <input type="checkbox" id="large-print" />
            {t("largePrint")}
          </label>
        </div>
        <details className="phone-menu">
          <summary>{t("menu")}</summary>
          <nav aria-label={t("mainNav")}>
            <MenuList menu={menu} />
          </nav>
        </details>
      </div>
      <nav className="wide-menu" aria-label={t("mainNav")}>
        <MenuList menu={menu} />
      </nav>
    </header>
  );
}

function MenuList({ menu }: { menu: readonly MenuItem[] }) {
  return (
    <ul>
      {menu.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? "true" : undefined}>
            {item.label}
          </a>
          {item.children.length > 0 && (
            <ul>
              {item.children.map((child) => (
                <li key={child.href}>
                  <a href={child.href}>{child.label}</a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
