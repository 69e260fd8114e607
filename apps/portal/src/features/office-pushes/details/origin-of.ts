/** Scheme and port of the installation: a site's address is made of its name in the browser. */
export type OriginOf = { prefix: string; suffix: string };
