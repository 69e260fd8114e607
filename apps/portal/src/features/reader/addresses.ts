import { mediaPath, widthFileName } from "@zhibu/domain/media/media-file";
import { env } from "../../env.ts";
import { branchOrigin, originOf } from "../../origins.ts";

/** Paths on a branch's own host; absolute addresses only where a reader leaves it. */
export function articlePath(no: number): string {
  return `/a/${no}`;
}

/** Page 1 is the bare path: one page, one address. */
export function columnPath(slug: string, page = 1): string {
  return page === 1 ? `/c/${slug}` : `/c/${slug}/${page}`;
}

/** A page of the college, the same on every host. */
export function collegePagePath(slug: string): string {
  return `/p/${slug}`;
}

/** Everything a branch publicises (公示). */
export const publicityIndexPath = "/g";

export function publicityPath(no: number): string {
  return `${publicityIndexPath}/${no}`;
}

/** Where the form of a list sends an objection. */
export function objectionPath(no: number): string {
  return `${publicityPath(no)}/objections`;
}

/** How far an objection is. */
export function receiptPath(receipt?: string): string {
  const page = `${publicityIndexPath}/receipt`;
  return receipt === undefined ? page : `${page}?${new URLSearchParams({ number: receipt }).toString()}`;
}

/** A module's page on the portal. */
export function modulePath(module: string, page = 1): string {
  return page === 1 ? `/m/${module}` : `/m/${module}/${page}`;
}

/** What the office features, on the portal. */
export function experiencePath(page = 1): string {
  return page === 1 ? "/experience" : `/experience/${page}`;
}

export function picturePath(mediaId: string, width: number): string {
  return mediaPath(mediaId, widthFileName(width));
}

export type SiteHost = { slug: string; customDomain: string | null };

/** Scheme, host and port under which a branch's readers find it, from the tenant's row and the configuration. */
export function siteOrigin({ slug, customDomain }: SiteHost): string {
  return customDomain === null ? branchOrigin(slug) : originOf(customDomain);
}

/** The college portal's origin: the root domain itself. */
export function portalOrigin(): string {
  return originOf(env().ROOT_DOMAIN);
}

/** An attachment on the portal's own host. */
export function portalFilePath(slug: string, mediaId: string): string {
  return `/media/${slug}/${mediaId}/original`;
}

/** The same picture on the portal's own host: one connection, and `img-src 'self'` stays true. */
export function portalPicturePath(slug: string, mediaId: string, width: number): string {
  return `/media/${slug}/${mediaId}/${widthFileName(width)}`;
}
