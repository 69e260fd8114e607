import type { Random } from "../engine/random.ts";

/** Made-up names: rare surnames and bookish given names, so that nobody real is likely to be meant. */
const surnames = [
  ..."沈陆程许宋谢韩邓冯傅曾彭吕苏蒋蔡贾魏薛叶阎余潘戴夏钟田姜范方石姚谭廖邹熊金郝孔白崔康毛邱秦史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文",
];

const givenNames = [
  "以宁",
  "书屿",
  "知行",
  "景澄",
  "怀瑜",
  "若谷",
  "望舒",
  "行简",
  "嘉树",
  "子衿",
  "云帆",
  "静姝",
  "明远",
  "念真",
  "清越",
  "凌霄",
  "采薇",
  "思源",
  "允恭",
  "修竹",
  "疏影",
  "南星",
  "北辰",
  "见微",
  "朝晖",
  "映雪",
  "长风",
  "鹿鸣",
  "鸿渐",
  "安歌",
  "晓棠",
  "秉烛",
  "如松",
  "沐阳",
  "青禾",
  "弘毅",
  "初霁",
  "夏至",
  "秋实",
  "冬旭",
  "春溪",
  "星河",
  "亦然",
  "温言",
  "慎行",
  "守拙",
  "致和",
  "惟勤",
  "乐水",
  "在田",
  "临川",
  "听澜",
  "问渠",
  "半夏",
  "知秋",
  "忆江",
  "溪亭",
  "晴川",
  "远山",
  "近月",
  "白露",
  "谷雨",
  "惊蛰",
  "立言",
  "可期",
  "未央",
  "平野",
  "星垂",
  "月涌",
  "江流",
  "松涛",
  "竹韵",
  "兰芷",
  "菊英",
  "芝兰",
  "玉树",
  "清浅",
  "浩然",
  "致知",
  "正心",
];

/** `count` names no one else in the college has; `taken` grows by them. */
export function inventNames(random: Random, count: number, taken: Set<string>): string[] {
  const names: string[] = [];
  while (names.length < count) {
    const name = random.pick(surnames) + random.pick(givenNames);
    if (taken.has(name)) continue;
    taken.add(name);
    names.push(name);
  }
  return names;
}
