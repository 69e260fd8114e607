import type { Topic } from "../topic.ts";
import { historyEvents } from "./history-events.ts";
import { historyPeople } from "./history-people.ts";

const meaning: readonly string[] = [
  "## [读史明理|今日启示]\n回望这段历史，[我们看到的是信念的力量|最动人的是那份坚定]。{insight}。今天的{people}，更应当把这份精神带到{course}工作中去。",
  "## [学习思考|思考与讨论]\n1. 这段历史中最打动你的是什么？\n2. 联系{course}，我们可以从中学到什么？\n3. 对照前辈，自己还有哪些差距？",
  "> [历史是最好的教科书|忘记历史就意味着背叛]，[从中汲取的是前行的力量|读懂昨天，才能走好今天]。\n{m1}在支部学习时谈到，{insight}。这样的体会，正是[重读党史的意义所在|学史力行的起点]。",
  "[岁月流转，精神长存|时代在变，精神不老]。对{unit}的党员来说，学习这段历史，就是要在{practice}中[精益求精|不畏艰难]，在“{brand}”志愿服务中[不计得失|真情奉献]。",
  "## [延伸一步|从历史到现实]\n{cell}在学习这段历史时展开讨论，{s1}说，[那时的他们和我们年纪相仿，却已经把生命交给了理想|真正的勇气，是知道困难仍然选择前行]。讨论后，大家把{spirit}写进了支部承诺。",
  "[学史的目的在于力行|重温历史，是为了更好地出发]。{org}建议各{cells}以此为内容，在{month}月组织一次[专题学习|微党课]，结合“{challenge}”谈[启示与行动|改进的办法]。",
];

const sources: readonly string[] = [
  "（{branch}[党史学习小组|学习小组]根据公开出版的党史资料整理）",
  "（[{webmaster}|{m2}]整理，供各{cells}学习参考）",
  "（整理：{cell}；[资料来源为公开出版物|依据公开党史资料]）",
  "",
];

/** 党史资料. */
export const historyTopics: readonly Topic[] = [...historyEvents, ...historyPeople].map(
  ({ id, titles, when, what }) => ({
    id: `history-${id}`,
    titles,
    body: [when, what, meaning, sources],
  }),
);
