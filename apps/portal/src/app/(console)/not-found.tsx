import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { ButtonLink } from "../../components/button-link.tsx";

/** For addresses that lead nowhere, and for branches that exist only for others: both look the same. */
export default function ConsoleNotFound() {
  const t = useTranslations("shell.missing");
  return (
    <EmptyState
      titleAs="h1"
      title={t("title")}
      hint={t("hint")}
      action={<ButtonLink href="/inbox">{t("back")}</ButtonLink>}
    />
  );
}
