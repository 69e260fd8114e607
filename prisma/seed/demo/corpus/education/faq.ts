import type { Topic } from "../topic.ts";
import { joiningAnswers } from "./faq-joining.ts";
import { membershipAnswers } from "./faq-membership.ts";

const outro: readonly string[] = [
  "（{branch}[组织员|党务工作者]整理，[具体以现行规定为准|如规定有修订，以最新文本为准]）",
  "如还有疑问，欢迎向{branch}组织员{organiser}咨询。",
  "",
  "",
];

/** 问题解答: one question an item. */
export const faqTopics: readonly Topic[] = [...joiningAnswers, ...membershipAnswers].map(
  ({ id, question, core, more }) => ({
    id: `faq-${id}`,
    titles: question,
    body: [
      core.map((text) => `**答：**${text}`),
      more,
      [
        "{cell}的同志近期[咨询了|问到]这个问题，[具有一定代表性|特整理在此]，供大家[参考|学习]。",
        "以上内容[请各{cells}转告有需要的同志|可供党员和入党积极分子参考]，{insight}。",
        "[学习时可对照原文|建议结合{month}月学习计划]，[由{cellLead}组织讨论一次|在{cells}学习时一并交流]。",
        "需要注意的是，[具体办理以{org}的通知为准|不同情形要求略有差异]，[遇到特殊情况请先咨询{organiser}|可带上材料到{org}办公室面谈]。",
      ],
      outro,
    ],
  }),
);
