import { readSite } from "@zhibu/core/articles/published/read-frame";
import { siteOrigin } from "../../../../../features/reader/addresses.ts";
import { tenantOf } from "../../../../../features/reader/path-params.ts";
import { robotsDocument } from "../../../../../features/reader/sitemap-document.ts";
import { textAnswer } from "../../../../../features/reader/text-answer.ts";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ site: string }> }): Promise<Response> {
  const tenantId = tenantOf((await params).site);
  const site = tenantId && (await readSite(tenantId));
  return textAnswer(site && robotsDocument(siteOrigin(site.branch)), "text/plain");
}
