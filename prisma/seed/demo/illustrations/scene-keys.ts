/** The drawn scenes that articles show; one SVG each. */
export const sceneKeys = [
  "meeting",
  "hall",
  "study",
  "desk",
  "library",
  "lab",
  "campus",
  "volunteers",
  "street",
  "clinic",
  "village",
  "trees",
  "monument",
  "flag",
  "handshake",
  "graduation",
  "walk",
] as const;

export type SceneKey = (typeof sceneKeys)[number];
