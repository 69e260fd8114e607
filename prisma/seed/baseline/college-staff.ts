/** People of the college rather than of a branch; names made up. */
export const collegeStaff = [
  { loginName: "office", name: "贺正言", role: "office" },
  { loginName: "inspector", name: "边明察", role: "inspector" },
  { loginName: "auditor", name: "严知微", role: "auditor" },
] as const;
