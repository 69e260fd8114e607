import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { portalModule } from "@zhibu/core/articles/published/portal-module";
import { readCollege } from "@zhibu/core/articles/published/read-frame";
import { columnModuleSchema } from "@zhibu/domain/columns/modules";
import { modulePath } from "./addresses.ts";
import { pageOf } from "./path-params.ts";
import { portalMetadata, portalMissingMetadata } from "./portal-metadata.ts";
import { PortalMissingPage } from "./portal-missing-page.tsx";
import { PortalModulePage } from "./portal-module-page.tsx";

export type ModuleParams = { module: string; page?: string };

/** Page 1 stands under the bare address alone. */
const load = cache(async (segment: string, page: string | undefined) => {
  const module = columnModuleSchema.safeParse(segment).data;
  const number = page === undefined ? 1 : pageOf(page);
  const list = module === undefined || number === null ? null : await portalModule(module, number);
  if (module !== undefined && list) return { module, list };
  return { missing: (await readCollege()) ?? notFound() };
});

export async function moduleRouteMetadata({ module, page }: ModuleParams): Promise<Metadata> {
  const loaded = await load(module, page);
  if (loaded.missing) return portalMissingMetadata(loaded.missing);
  const t = await getTranslations("reader");
  const name = t(`modules.${loaded.module}`);
  const number = loaded.list.page;
  const shown = number > 1 ? t("titledPage", { name, page: number }) : name;
  return portalMetadata(loaded.list.college, modulePath(loaded.module, number), shown);
}

/** A module's page over all branches, or the portal's 404. */
export async function ModuleRoute({ module, page }: ModuleParams) {
  const loaded = await load(module, page);
  if (loaded.missing) return <PortalMissingPage college={loaded.missing} />;
  return <PortalModulePage module={loaded.module} list={loaded.list} />;
}
