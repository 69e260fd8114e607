import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { portalHome } from "@zhibu/core/articles/published/portal-home";
import { PortalHomePage } from "../../../features/reader/portal-home-page.tsx";
import { portalMetadata } from "../../../features/reader/portal-metadata.ts";

const load = cache(async () => (await portalHome()) ?? notFound());

export async function generateMetadata(): Promise<Metadata> {
  return portalMetadata((await load()).college, "/");
}

export default async function Page() {
  return <PortalHomePage home={await load()} />;
}
