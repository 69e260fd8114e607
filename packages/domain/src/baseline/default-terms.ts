/** The standard terms every college begins with: plain misspellings of common Party terms, nothing anybody could argue about. */
export const defaultTerms = [
  {
    words: "习近平新时代中国特色社会主义思想",
    variants: ["习近平新时代特色社会主义思想", "习近平新时代中国特色的社会主义思想"],
    note: "应使用完整、准确的表述。",
    severity: "block",
  },
  { words: "四个意识", variants: ["四种意识", "四个意思"], note: "", severity: "warn" },
  { words: "四个自信", variants: ["四种自信", "四个自觉自信"], note: "", severity: "warn" },
  { words: "两个维护", variants: ["两种维护"], note: "", severity: "warn" },
  { words: "三会一课", variants: ["三课一会", "三会一科"], note: "", severity: "warn" },
  { words: "两学一做", variants: ["两学一作"], note: "“做”指做合格党员。", severity: "warn" },
  { words: "积极分子", variants: ["积极份子"], note: "“分子”指具有某种特征的人，不写作“份子”。", severity: "warn" },
  { words: "知识分子", variants: ["知识份子"], note: "", severity: "warn" },
  { words: "预备党员", variants: ["候补党员"], note: "“候补党员”是旧称，讲述历史时除外。", severity: "info" },
  {
    words: "不忘初心、牢记使命",
    variants: ["不忘初心，牢记使命", "不忘初心牢记使命"],
    note: "中间用顿号。",
    severity: "info",
  },
] as const;
