"use client";

import { ApartmentOutlined } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { ButtonLink } from "../../../components/button-link.tsx";

/** What the first person of a college that was just founded does next. */
export function OnlyYou() {
  const t = useTranslations("office-people.empty");
  const action = (
    <ButtonLink href="/office/branches/new" icon={<ApartmentOutlined aria-hidden />}>
      {t("openBranch")}
    </ButtonLink>
  );
  return <EmptyState title={t("onlyYou")} hint={t("onlyYouHint")} action={action} />;
}
