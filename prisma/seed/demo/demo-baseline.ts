import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { demoCollege } from "../baseline/college.ts";
import { addDays } from "../engine/shanghai-time.ts";
import { demoBranches } from "./branches/all-branches.ts";

export type DemoFact = {
  key: string;
  name: string;
  unit: string;
  note: string;
  /** Oldest first. */
  values: readonly { value: string; effectiveFrom: string; source: string }[];
};

/** What the demo college says of itself; its members grew since the year before. */
export function demoFacts(now: Date): readonly DemoFact[] {
  const members = demoBranches.reduce((sum, branch) => sum + branch.members, 0);
  const year = Number(shanghaiDay(now).slice(0, 4));
  const founded = `${year - 2}-01-01`;
  const only = (value: string, source: string) => [{ value, effectiveFrom: founded, source }];
  return [
    {
      key: "member-count",
      name: "党员总数",
      unit: "名",
      note: "含预备党员",
      values: [
        { value: String(members - 37), effectiveFrom: founded, source: `${year - 2}年党内统计年报` },
        { value: String(members), effectiveFrom: shanghaiDay(addDays(now, -320)), source: `${year - 1}年党内统计年报` },
      ],
    },
    {
      key: "branch-count",
      name: "基层党组织数",
      unit: "个",
      note: "党总支和直属党支部",
      values: only(String(demoBranches.length), "学院党委关于基层党组织设置的批复"),
    },
    { key: "party-secretary", name: "党委书记", unit: "", note: "", values: only("顾怀远", "学院领导分工文件") },
    { key: "office-phone", name: "党务办公室电话", unit: "", note: "", values: only(demoCollege.phone, "学院电话簿") },
    { key: "college-address", name: "学院地址", unit: "", note: "", values: only(demoCollege.address, "学院章程") },
  ];
}

/** Which texts of the office's site every site shows, by their titles. */
export const demoPages = [
  { slug: "overview", title: "学院概况", article: "三全学院概况" },
  { slug: "office-duties", title: "党务办公室职责", article: "党务办公室工作职责" },
] as const;
