import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import type { DemoList } from "./demo-list.ts";

const people = (unit: string, ...names: readonly string[]): PublicityEntry[] => names.map((name) => ({ name, unit }));

const commended = (unitOfSecond: string): PublicityEntry[] => [
  { name: "示例戊", unit: "人体解剖学教研室", award: "优秀共产党员" },
  { name: "示例己", unit: unitOfSecond, award: "优秀党务工作者" },
  { name: "示例庚", unit: "医学免疫学教研室", award: "优秀共产党员" },
];

/** In each branch in order of their numbers. */
export const demoLists: readonly DemoList[] = [
  {
    branch: "huli",
    type: "development-objects",
    title: "关于拟确定第一批发展对象的公示",
    workingDaysAgo: 105,
    steps: [
      { verb: "create", day: 0, time: "09:05" },
      { verb: "edit", day: 0, time: "09:32", entries: people("护理学专业2022级", "示例甲", "示例乙", "示例丙") },
      { verb: "submit", day: 0, time: "09:40" },
      {
        verb: "return",
        day: 0,
        time: "11:15",
        reason: "支部委员会讨论通过的是四名同志，名单里少了一名，请对照会议记录补齐后再提交。",
      },
      {
        verb: "edit",
        day: 0,
        time: "15:02",
        entries: people("护理学专业2022级", "示例甲", "示例乙", "示例丙", "示例丁"),
      },
      { verb: "submit", day: 0, time: "15:10" },
      { verb: "sign", day: 0, time: "16:48", begins: { day: 1, time: "08:00" } },
      { verb: "state", day: 7, time: "09:26" },
    ],
    objections: [
      {
        ...{ day: 3, time: "20:41", name: "", contact: "" },
        text: "名单中第二位同志上学期有两次党课没有签到，请核实其培养教育考察期间的表现是否符合要求。",
        steps: [
          {
            ...{ action: "accept", day: 4, time: "08:35" },
            record: "予以受理。由组织员和另一支部的一名支部委员核查，该同志所在支部回避。",
          },
          {
            ...{ action: "investigate", day: 5, time: "16:20" },
            record:
              "查阅党课签到册、请假单和考察登记表，并向两名培养联系人了解：两次缺席均事先请假，课后已补学并交了学习笔记。",
          },
          {
            ...{ action: "dismiss", day: 6, time: "10:05" },
            record:
              "经支部委员会讨论，所反映情况不影响确定为发展对象，异议不成立；提醒支部今后在签到册上注明请假和补学。",
          },
        ],
      },
    ],
    // One night the server was moved; on a Friday afternoon the probe itself stood still.
    outages: [
      { day: 2, time: "02:10", minutes: 23, status: 503 },
      { day: 4, time: "14:00", minutes: 12, status: null },
    ],
  },
  {
    branch: "huli",
    type: "admission",
    title: "关于拟接收第二批预备党员的公示",
    workingDaysAgo: 3,
    steps: [
      { verb: "create", day: 0, time: "14:20" },
      {
        verb: "edit",
        day: 0,
        time: "14:51",
        entries: [
          ...people("护理学专业2022级", "示例子", "示例丑", "示例寅"),
          ...people("助产学专业2022级", "示例卯", "示例辰"),
        ],
      },
      { verb: "submit", day: 0, time: "15:00" },
      { verb: "sign", day: 1, time: "08:42" },
    ],
    objections: [],
    outages: [{ day: 2, time: "06:31", minutes: 4, status: 0 }],
  },
  {
    branch: "huli",
    type: "full-membership",
    title: "关于预备党员按期转正的公示",
    workingDaysAgo: 1,
    steps: [
      { verb: "create", day: 0, time: "15:30" },
      { verb: "edit", day: 0, time: "15:52", entries: people("护理学专业2021级", "示例申", "示例酉") },
      { verb: "submit", day: 0, time: "16:05" },
    ],
    objections: [],
    outages: [],
  },
  {
    branch: "jichu",
    type: "awards",
    title: "关于年度表彰拟推荐对象的公示",
    workingDaysAgo: 64,
    steps: [
      { verb: "create", day: 0, time: "10:11" },
      { verb: "edit", day: 0, time: "10:36", entries: commended("生理学教研室") },
      { verb: "submit", day: 0, time: "10:40" },
      { verb: "sign", day: 0, time: "17:05", begins: { day: 1, time: "08:30" } },
      { verb: "prepareCorrection", day: 4, time: "10:20", entries: commended("病理学教研室") },
      { verb: "submitCorrection", day: 4, time: "10:24" },
      {
        verb: "correct",
        day: 4,
        time: "11:08",
        reason: "实名异议经核实成立：一名公示对象的所在部门有误，已更正，公示期从更正之时重新计算。",
      },
      { verb: "state", day: 10, time: "08:58" },
    ],
    objections: [
      {
        ...{ day: 3, time: "12:36", name: "示例反映人", contact: "fanyingren@sanquan.example" },
        text: "名单第二行的所在部门写的是生理学教研室，该同志今年三月已经调到病理学教研室，人事部门发过通知，请更正。",
        steps: [
          {
            ...{ action: "accept", day: 3, time: "14:02" },
            record: "予以受理，当日请组织员与人事部门核对。",
          },
          {
            ...{ action: "investigate", day: 4, time: "09:31" },
            record:
              "查阅人事部门调动通知并询问两个教研室：该同志三月一日起在病理学教研室工作，公示所列部门是调动前的。",
          },
          {
            ...{ action: "uphold", day: 4, time: "10:05" },
            record: "异议成立。请组织员当日更正名单，公示期重新计算；今后所在部门以人事部门当月名册为准。",
            answer: "您反映的情况属实，名单当日更正，公示期从更正之时重新计算。感谢监督。",
          },
        ],
      },
    ],
    outages: [],
  },
  {
    branch: "linchuang",
    type: "activists",
    title: "关于入党积极分子综合考评结果的公示",
    workingDaysAgo: 4,
    steps: [
      { verb: "create", day: 0, time: "09:48" },
      {
        verb: "edit",
        day: 0,
        time: "10:30",
        entries: people("临床医学专业2023级", "示例午", "示例未", "示例戌", "示例亥"),
      },
      { verb: "submit", day: 0, time: "10:33" },
      { verb: "sign", day: 1, time: "09:12" },
    ],
    objections: [
      {
        ...{ day: 3, time: "19:24", name: "", contact: "" },
        text: "名单里有一位同志去年志愿服务时长的登记和学院公布的不一致，请核对考评材料。",
        steps: [],
      },
    ],
    outages: [],
  },
  {
    branch: "jianyan",
    type: "full-membership",
    title: "关于预备党员按期转正的公示",
    workingDaysAgo: 8,
    steps: [
      { verb: "create", day: 0, time: "08:50" },
      { verb: "edit", day: 0, time: "09:15", entries: people("医学检验技术专业2021级", "示例金", "示例木", "示例水") },
      { verb: "submit", day: 0, time: "09:18" },
      { verb: "sign", day: 0, time: "15:40" },
    ],
    objections: [
      {
        ...{ day: 4, time: "17:52", name: "示例同学", contact: "tongxue@sanquan.example" },
        text: "第三位同志的转正申请是否在预备期满前提交，公示里没有写，请核实后答复。",
        steps: [
          {
            ...{ action: "accept", day: 5, time: "10:14" },
            record: "予以受理。请组织员调取转正申请书和支部收件登记。",
          },
        ],
      },
    ],
    outages: [],
  },
];
