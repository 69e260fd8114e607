import type { BranchProfile } from "../branch-profile.ts";
import { gongwei } from "./gongwei.ts";
import { huli } from "./huli.ts";
import { jianyan } from "./jianyan.ts";
import { jichu } from "./jichu.ts";
import { jiguan } from "./jiguan.ts";
import { linchuang } from "./linchuang.ts";
import { tushuguan } from "./tushuguan.ts";
import { yaoxue } from "./yaoxue.ts";

/** The demo college's branches in the order the portal lists them. */
export const demoBranches: readonly BranchProfile[] = [
  jichu,
  linchuang,
  huli,
  yaoxue,
  jianyan,
  gongwei,
  jiguan,
  tushuguan,
];
