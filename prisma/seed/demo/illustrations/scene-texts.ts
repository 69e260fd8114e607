import type { SceneKey } from "./scene-keys.ts";

/** What each drawn scene shows, for those who don't see it, and the line under it. */
export const sceneTexts: Readonly<Record<SceneKey, { alt: string; captions: readonly string[] }>> = {
  meeting: {
    alt: "会议室里，几个人围坐在长桌两侧开会，窗外是远山",
    captions: ["会议现场（示意插画）", "讨论环节（示意插画）"],
  },
  hall: {
    alt: "报告厅内，一人在台上讲话，台下坐满听众，两侧垂着红色帷幕",
    captions: ["活动现场（示意插画）", "报告会现场（示意插画）"],
  },
  study: {
    alt: "圆桌上摊开几本书和笔记本，旁边放着水杯和绿植",
    captions: ["集中学习（示意插画）", "学习交流（示意插画）"],
  },
  desk: { alt: "窗边书桌上放着台灯、打开的书和一摞笔记", captions: ["潜心自学（示意插画）"] },
  library: { alt: "高大的书架前，读者坐在长桌旁看书，阳光从窗户照进来", captions: ["书香阅读（示意插画）"] },
  lab: { alt: "实验台上摆着显微镜、试管架和烧瓶", captions: ["实训现场（示意插画）", "岗位练兵（示意插画）"] },
  campus: { alt: "校园里的教学楼、林荫道和草坪，天空晴朗", captions: ["校园一角（示意插画）"] },
  volunteers: { alt: "几名身穿红马甲的志愿者手捧物品走在路上", captions: ["志愿服务队在行动（示意插画）"] },
  street: { alt: "居民楼前的小广场上，红色帐篷下摆着服务台，居民前来咨询", captions: ["社区服务现场（示意插画）"] },
  clinic: { alt: "白色帐篷下，医护人员为坐着的老人测量血压", captions: ["义诊服务（示意插画）"] },
  village: { alt: "麦田环绕的村庄，远处是丘陵，一条小路通向村口", captions: ["走进乡村（示意插画）"] },
  trees: { alt: "山坡上两个人正在栽种树苗，旁边是一排新栽的小树", captions: ["义务植树（示意插画）"] },
  monument: { alt: "青松环绕的纪念碑，台阶前摆放着花篮", captions: ["缅怀先烈（示意插画）"] },
  flag: { alt: "朝阳从层叠的山峦后升起，红色飘带在山间舒展", captions: ["主题教育（示意插画）"] },
  handshake: { alt: "两队人相对而立，中间两人握手，背景是拱桥和河流", captions: ["共建交流（示意插画）"] },
  graduation: { alt: "校门前，几名穿学士服的毕业生把帽子抛向空中", captions: ["毕业时节（示意插画）"] },
  walk: { alt: "湖边步道上，一队人举着小红旗健步前行", captions: ["健步走活动（示意插画）"] },
};

/** Said of every drawn picture: where it comes from (opinions II(4)). */
export const illustrationSource = "本站绘制的示意插画";
