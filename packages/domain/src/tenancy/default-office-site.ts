/** The site every college's office begins with; its address name is one no branch may take. */
export const defaultOfficeSite = {
  slug: "dangban",
  name: "党务办公室",
  shortName: "党务办公室",
  kind: "office",
} as const;
