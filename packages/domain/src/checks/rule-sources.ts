/** Where the rules come from; the message files hold their full Chinese titles under `checks.sources`. */
export const ruleSources = {
  /** The college's founding document of 2013; articles as it numbers them, or the rubric's indicator in its annex. */
  opinions: "opinions-2013",
  /** Law on the protection of personal information. */
  personalInformation: "pipl",
  /** Regulation implementing the law on guarding state secrets, 2024. */
  secrecyRegulation: "secrecy-regulation-2024",
  /** Format of official documents of Party and government organs, GB/T 9704-2012. */
  documentFormat: "gbt-9704-2012",
  /** Web content accessibility guidelines 2.2. */
  accessibility: "wcag-2.2",
} as const;

export type RuleSource = (typeof ruleSources)[keyof typeof ruleSources];

/** The article a rule comes from, as the reviewer is shown it. */
export type RuleBasis = { readonly source: RuleSource; readonly article: string };

export const basis = {
  rights: { source: ruleSources.opinions, article: "二（四）" },
  /** Basic data, wording and stance are the college's own. */
  consistency: { source: ruleSources.opinions, article: "二（三）" },
  legality: { source: ruleSources.opinions, article: "四（一）" },
  lawfulWords: { source: ruleSources.opinions, article: "四（二）" },
  secrecy: { source: ruleSources.opinions, article: "四（三）" },
  timeliness: { source: ruleSources.opinions, article: "附件·新闻动态" },
  correctness: { source: ruleSources.opinions, article: "附件·信息规范" },
  /** Making personal data public needs separate consent. */
  disclosure: { source: ruleSources.personalInformation, article: "25" },
  /** Sensitive personal data need a specific purpose and strict protection. */
  sensitiveData: { source: ruleSources.personalInformation, article: "28" },
  /** Secrecy review item by item, before publication. */
  secrecyReview: { source: ruleSources.secrecyRegulation, article: "42" },
  documentNumber: { source: ruleSources.documentFormat, article: "7.2.5" },
  textAlternative: { source: ruleSources.accessibility, article: "1.1.1" },
} as const satisfies Record<string, RuleBasis>;
