import type { Metadata } from "next";
import {
  ModuleRoute,
  moduleRouteMetadata,
  type ModuleParams,
} from "../../../../../features/reader/portal-module-route.tsx";

type Props = { params: Promise<ModuleParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return moduleRouteMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <ModuleRoute {...await params} />;
}
