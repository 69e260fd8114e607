import type { Metadata } from "next";
import {
  ExperienceRoute,
  experienceRouteMetadata,
  type ExperienceParams,
} from "../../../../../features/reader/experience-route.tsx";

type Props = { params: Promise<ExperienceParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return experienceRouteMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <ExperienceRoute {...await params} />;
}
