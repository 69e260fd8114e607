import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type SectionBlockProps = {
  title: string;
  /** Where the rest of the list is. */
  href?: string;
  className?: string;
  children: ReactNode;
};

/** A titled block of a page, with a way to the rest of what it shows. */
export function SectionBlock({ title, href, className, children }: SectionBlockProps) {
  const t = useTranslations("reader");
  return (
    <section className={className ? `block ${className}` : "block"}>
      <div className="block-head">
        <h2>{title}</h2>
        {href && (
          <a href={href} aria-label={t("moreOf", { name: title })}>
            {t("more")}
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
