import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";

/** What stands in the frame while a page's data is on its way. */
export default function ConsoleLoading() {
  const t = useTranslations("common");
  return <LoadingState label={t("loading")} rows={6} />;
}
