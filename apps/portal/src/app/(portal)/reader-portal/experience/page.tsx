import type { Metadata } from "next";
import { ExperienceRoute, experienceRouteMetadata } from "../../../../features/reader/experience-route.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return experienceRouteMetadata({});
}

export default function Page() {
  return <ExperienceRoute />;
}
