import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readCollege } from "@zhibu/core/articles/published/read-frame";
import { portalMissingMetadata } from "../../../../features/reader/portal-metadata.ts";
import { PortalMissingPage } from "../../../../features/reader/portal-missing-page.tsx";

const load = cache(async () => (await readCollege()) ?? notFound());

export async function generateMetadata(): Promise<Metadata> {
  return portalMissingMetadata(await load());
}

/** Whatever is no page of the portal; the server sends all such addresses here as one, `/404`. */
export default async function Page() {
  return <PortalMissingPage college={await load()} />;
}
