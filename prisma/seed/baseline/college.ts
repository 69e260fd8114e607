/** The demo college; address, telephone and filing number are made up (local numbers never begin with 1). */
export const demoCollege = {
  name: "三全学院",
  shortName: "三全学院",
  address: "河南省新乡市求知路1号",
  phone: "0373-1000100",
  email: "dangban@sanquan.example",
  icp: "豫ICP备00000000号",
} as const;
