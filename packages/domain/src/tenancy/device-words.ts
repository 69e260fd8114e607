/** Marks of a `User-Agent` in the order they must be asked for: most browsers also name those they descend from. */
const browsers = [
  ["wxwork", "企业微信"],
  ["MicroMessenger", "微信"],
  ["DingTalk", "钉钉"],
  ["Lark/", "飞书"],
  ["HuaweiBrowser", "华为浏览器"],
  ["MiuiBrowser", "小米浏览器"],
  ["QQBrowser", "QQ浏览器"],
  ["UCBrowser", "UC浏览器"],
  ["360SE", "360浏览器"],
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["HarmonyOS", "鸿蒙"],
  ["OpenHarmony", "鸿蒙"],
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Macintosh", "Mac"],
  ["UOS", "统信 UOS"],
  ["Linux", "Linux"],
] as const;

function firstOf(marks: typeof browsers | typeof systems, agent: string): string | undefined {
  return marks.find(([mark]) => agent.includes(mark))?.[1];
}

/** A `User-Agent` in words people know their devices by, such as `Windows · Edge`; empty for what no browser sends. */
export function deviceWords(userAgent: string): string {
  return [firstOf(systems, userAgent), firstOf(browsers, userAgent)].filter((word) => word !== undefined).join(" · ");
}
