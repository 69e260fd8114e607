import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Contact } from "@zhibu/core/tenancy/reader-site";

/** The facts a reader expects at the foot of an official site; empty ones are left out. */
export function FooterFacts({ host, contact }: { host: string; contact: Contact }) {
  const t = useTranslations("reader.footer");
  return (
    <>
      <dl className="footer-facts">
        <Fact label={t("host")}>{host}</Fact>
        {contact.address && <Fact label={t("address")}>{contact.address}</Fact>}
        {contact.phone && <Fact label={t("phone")}>{contact.phone}</Fact>}
        {contact.email && (
          <Fact label={t("email")}>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </Fact>
        )}
      </dl>
      {contact.icp && <p className="footer-icp">{contact.icp}</p>}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
