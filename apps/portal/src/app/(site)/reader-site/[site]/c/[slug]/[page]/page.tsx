import type { Metadata } from "next";
import {
  ColumnRoute,
  columnRouteMetadata,
  type ColumnParams,
} from "../../../../../../../features/reader/column-route.tsx";

type Props = { params: Promise<ColumnParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return columnRouteMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <ColumnRoute {...await params} />;
}
