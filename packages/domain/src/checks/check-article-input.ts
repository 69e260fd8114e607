import type { BodyDocument } from "../articles/document/body-schema.ts";
import type { ColumnModule } from "../columns/module-names.ts";
import type { FileReading } from "./files/file-reading.ts";

/** What of an article the checks read. */
export type CheckArticleInput = {
  readonly title: string;
  readonly subtitle?: string;
  /** A branch's own words above a pushed article's. */
  readonly introduction?: string;
  readonly summary?: string;
  readonly source?: string;
  readonly author?: string;
  readonly body: BodyDocument;
  readonly eventAt: Date | null;
  readonly module: ColumnModule;
  /** When it is published, or was: the 48 hours are counted to here. */
  readonly now: Date;
  /** `reading` is what their texts were found to hold; none for files nobody has read yet. */
  readonly attachments: readonly { readonly name: string; readonly reading?: FileReading | null }[];
  /** The media the body shows, as the library knows them. */
  readonly pictures: readonly { readonly id: string; readonly source: string }[];
  /** The picture lists show beside the title; its words are the library's own. */
  readonly cover?: { readonly id: string; readonly alt: string; readonly source: string } | null;
};
