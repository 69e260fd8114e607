import "../reader.css";
import type { ReactNode } from "react";
import { ReaderDocument, readerMetadata, readerViewport } from "../../features/reader/document.tsx";

export const dynamic = "force-dynamic";
export const metadata = readerMetadata;
export const viewport = readerViewport;

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return <ReaderDocument>{children}</ReaderDocument>;
}
