import { documentTopics } from "./education/documents.ts";
import { faqTopics } from "./education/faq.ts";
import { historyTopics } from "./education/history-topics.ts";
import { readingTopics } from "./education/readings.ts";
import { speechTopics } from "./education/speeches.ts";
import { eventActivities } from "./news/activities-events.ts";
import { partyDayActivities } from "./news/activities-party-days.ts";
import { serviceActivities } from "./news/activities-service.ts";
import { routineMeetings } from "./news/meetings-routine.ts";
import { specialMeetings } from "./news/meetings-special.ts";
import { themeTopics } from "./news/theme-education.ts";
import { theoryTopics } from "./news/theory-study.ts";
import { developmentTopics } from "./organisation/development.ts";
import { awardTopics, electionTopics } from "./organisation/elections-awards.ts";
import { normTopics } from "./organisation/norms.ts";
import { dutyTopics, structureTopics } from "./organisation/structure-duties.ts";
import type { Topic } from "./topic.ts";

/** What the columns of 新闻动态 tell, and each column's share of the news. */
export const newsColumns: readonly { column: string; share: number; topics: readonly Topic[] }[] = [
  { column: "news.meetings", share: 0.27, topics: [...routineMeetings, ...specialMeetings] },
  { column: "news.activities", share: 0.38, topics: [...serviceActivities, ...partyDayActivities, ...eventActivities] },
  { column: "news.theory", share: 0.21, topics: theoryTopics },
  { column: "news.theme", share: 0.14, topics: themeTopics },
];

/**
 * The columns that are filled rather than reported in: `count` items a year in each branch. `standing` ones were put
 * there when the site began; `dated` ones carry a date of their own.
 */
export const libraryColumns: readonly {
  column: string;
  count: number;
  kind: "standing" | "dated" | "reading";
  topics: readonly Topic[];
}[] = [
  { column: "organisation.structure", count: 2, kind: "standing", topics: structureTopics },
  { column: "organisation.duties", count: 3, kind: "standing", topics: dutyTopics },
  { column: "organisation.norms", count: 6, kind: "standing", topics: normTopics },
  { column: "organisation.elections", count: 3, kind: "dated", topics: electionTopics },
  { column: "organisation.awards", count: 5, kind: "dated", topics: awardTopics },
  { column: "organisation.development", count: 7, kind: "dated", topics: developmentTopics },
  { column: "education.documents", count: 6, kind: "dated", topics: documentTopics },
  { column: "education.speeches", count: 4, kind: "dated", topics: speechTopics },
  { column: "education.history", count: 5, kind: "reading", topics: historyTopics },
  { column: "education.readings", count: 3, kind: "reading", topics: readingTopics },
  { column: "education.faq", count: 6, kind: "reading", topics: faqTopics },
];
