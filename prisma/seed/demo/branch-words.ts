import type { BranchProfile } from "./branch-profile.ts";

const schoolWords = {
  org: "党总支",
  committeeMeeting: "党总支委员会议",
  committeeName: "总支委员",
  cells: "党支部",
  cellLead: "支部书记",
  secTitle: "党总支书记",
  deputyTitle: "党总支副书记",
  people: "师生党员",
  masses: "师生",
  seniorTitle: "教师党员",
  juniorTitle: "学生党员",
};

const officeWords: typeof schoolWords = {
  org: "支部",
  committeeMeeting: "支部委员会会议",
  committeeName: "支部委员",
  cells: "党小组",
  cellLead: "党小组组长",
  secTitle: "党支部书记",
  deputyTitle: "组织委员",
  people: "机关党员",
  masses: "师生员工",
  seniorTitle: "机关党员",
  juniorTitle: "青年党员",
};

const libraryWords: typeof schoolWords = {
  ...officeWords,
  people: "馆员党员",
  masses: "读者",
  seniorTitle: "馆员党员",
};

/** How people and bodies of a unit are called: teachers and students in a school, staff in the offices and the library. */
function wordsOf({ kind, slug }: BranchProfile): typeof schoolWords {
  if (kind === "general") return schoolWords;
  return slug === "tushuguan" ? libraryWords : officeWords;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const furtherPosts = ["宣传委员", "纪检委员", "青年委员"];

function committeeTable(profile: BranchProfile, words: typeof schoolWords): string {
  const { secretary, deputy, committee } = profile.people;
  return tableOf(
    ["职务", "姓名", "联系点"],
    [
      ["书记", secretary, profile.cells[0]?.name ?? ""],
      [words.deputyTitle === "组织委员" ? "组织委员" : "副书记", deputy, profile.cells[1]?.name ?? ""],
      ...committee.map((name, index) => [
        furtherPosts[index] ?? "委员",
        name,
        profile.cells[index + 2]?.name ?? profile.cells[0]?.name ?? "",
      ]),
    ],
  );
}

/** What is the same in every text of a branch. */
export function branchSlots(profile: BranchProfile): Record<string, string> {
  const words = wordsOf(profile);
  const { people } = profile;
  return {
    ...words,
    branch: profile.name,
    issuer: profile.name,
    unit: profile.unit,
    secretary: people.secretary,
    sec: `${words.secTitle}${people.secretary}`,
    deputy: people.deputy,
    deputyTitled: `${words.deputyTitle}${people.deputy}`,
    organiser: people.organiser,
    webmaster: people.webmaster,
    members: String(profile.members),
    cellCount: String(profile.cells.length),
    brand: profile.brand,
    community: profile.community,
    village: profile.village,
    address: profile.address,
    cellTable: tableOf(
      [words.cells, "党员数"],
      profile.cells.map((cell) => [cell.name, String(cell.members)]),
    ),
    committeeTable: committeeTable(profile, words),
  };
}
