/** A stored path with the branch's present address name in it. */
export function notificationPath(path: string, slug: string | undefined): string {
  return slug === undefined ? path : path.replace(/^\/:branch(?=\/|$)/u, `/${slug}`);
}
