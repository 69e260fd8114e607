import type { ReactNode } from "react";

/** A page that says why there is nothing here, and where to go on. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      {children}
    </section>
  );
}

/** The ways onward from a notice. */
export function NoticeLinks({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <ul className="notice-links">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.label}</a>
        </li>
      ))}
    </ul>
  );
}
