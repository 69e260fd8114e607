import type { ArticleAbilities } from "../article-data.ts";

/** Somebody who may look, and nothing else. */
export const noAbilities: ArticleAbilities = {
  edit: false,
  handIn: false,
  submit: false,
  recall: false,
  return: false,
  approve: false,
  publish: false,
  approveAndPublish: false,
  schedule: false,
  unschedule: false,
  discard: false,
  withdraw: false,
  archive: false,
  pin: false,
  introduce: false,
  unlink: false,
  fourEyes: false,
};
