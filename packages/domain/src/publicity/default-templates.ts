import type { ImpactAssessment, PublicityColumn, PublicityTemplate } from "./publicity-template.ts";

const name: PublicityColumn = { key: "name", label: "姓名", kind: "name", required: true, lengthMax: 20 };
const unit: PublicityColumn = { key: "unit", label: "年级专业或部门", kind: "unit", required: true, lengthMax: 40 };
const award: PublicityColumn = { key: "award", label: "拟授予称号", kind: "award", required: true, lengthMax: 40 };

const notice = (what: string): string =>
  `根据有关规定，现将${what}名单予以公示（共{{人数}}人），公示期自{{开始日期}}至{{结束日期}}，共{{工作日}}个工作日。公示期间，如对公示对象有异议，请以书面、电话或本页面下方表单的方式向{{支部}}反映。反映情况应当客观真实，我们对反映人的信息严格保密。`;

const howToObject =
  "可以实名或匿名反映。实名反映的，我们会把处理结果告知本人；匿名反映的，凭回执编号查看处理进度。联系人：{{联系人}}，电话：{{联系电话}}，地址：{{联系地址}}。";

/** What the office is asked to read, correct and sign with its own name before the first list begins. */
const assessment = (purpose: string): ImpactAssessment => ({
  purpose,
  necessity: "公示姓名和所在年级专业或部门，是党员群众辨认公示对象、行使监督权利所必需的最少信息。",
  risks: "姓名可能被搜索引擎收录或转载；公示期满后继续留存会超出公示目的。",
  measures:
    "只公示必需的栏目；不公示证件号码、电话、住址、学号和出生日期；公示期满立即从所有页面移除姓名；存档按权限查看并留痕。",
  assessedBy: "党务办公室",
  assessedOn: "2026-11-01",
});

const result = {
  withoutObjections: "《{{标题}}》公示期为{{开始日期}}至{{结束日期}}，公示期间未收到异议。",
  withObjections: "《{{标题}}》公示期为{{开始日期}}至{{结束日期}}，公示期间收到异议{{异议件数}}件，均已调查处理。",
};

const common = { workingDaysMin: 5, scope: "public", howToObject, result } as const;

/** The five types every college begins with (DOMAIN §3). Minimal by default: unit and name. */
export const defaultPublicityTemplates: readonly (PublicityTemplate & { key: string })[] = [
  {
    key: "awards",
    name: "评优评先",
    columns: [name, unit, award],
    ...common,
    notice: notice("拟表彰的先进集体和个人"),
    legalBasis: "《关于加强基层党组织网站建设的实施意见》二（二）：评优评先结果须在网上公示。",
    assessment: assessment("听取党员群众对拟表彰对象的意见。"),
  },
  {
    key: "activists",
    name: "入党积极分子综合考评",
    columns: [name, unit],
    ...common,
    notice: notice("入党积极分子综合考评结果"),
    legalBasis: "《中国共产党发展党员工作细则》第八条；实施意见二（二）。",
    assessment: assessment("听取党员群众对入党积极分子的意见。"),
  },
  {
    key: "development-objects",
    name: "发展对象综合考评",
    columns: [name, unit],
    ...common,
    notice: notice("拟确定的发展对象"),
    legalBasis: "《中国共产党发展党员工作细则》第十三条；实施意见二（二）。",
    assessment: assessment("听取党员群众对拟确定发展对象的意见。"),
  },
  {
    key: "admission",
    name: "拟接收预备党员",
    columns: [name, unit],
    ...common,
    notice: notice("拟接收的预备党员"),
    legalBasis: "《中国共产党发展党员工作细则》第三章；实施意见二（二）。",
    assessment: assessment("听取党员群众对拟接收预备党员的意见。"),
  },
  {
    key: "full-membership",
    name: "预备党员转正",
    columns: [name, unit],
    ...common,
    notice: notice("拟转正的预备党员"),
    legalBasis: "《中国共产党发展党员工作细则》第三十三条；实施意见二（二）。",
    assessment: assessment("听取党员群众对预备党员转正的意见。"),
  },
];

/** What a new type begins with: the fewest columns, the shortest period, and an assessment nobody has made yet. */
export const blankTemplate: PublicityTemplate = {
  name: "",
  columns: [name, unit],
  ...common,
  notice: notice("有关人员"),
  legalBasis: "",
  assessment: { purpose: "", necessity: "", risks: "", measures: "", assessedBy: "", assessedOn: "" },
};

/** What a calendar that comes with the software names as its source until the office has compared it. */
export const announcedSource = "国务院办公厅关于节假日安排的通知（随软件提供，请党务办公室核对）";
