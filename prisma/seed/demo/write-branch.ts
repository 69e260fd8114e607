import type { Random } from "../engine/random.ts";
import { addHours } from "../engine/shanghai-time.ts";
import { withAfterlife } from "./afterlife.ts";
import type { BranchProfile } from "./branch-profile.ts";
import type { AttachmentKind, DemoArticle } from "./demo-article.ts";
import { pendingNews } from "./pending-news.ts";
import { planLibrary, planStudy } from "./plan-library.ts";
import { planNews } from "./plan-news.ts";
import { publicationTime, publishedStory } from "./story.ts";
import { illustrationFor, writeItem, type BranchWriting, type Occasion } from "./write-item.ts";

/** News goes into the column its branch made for it, where there is one. */
function columnFor(profile: BranchProfile, { column, topic }: Occasion): string {
  return profile.special?.topics.includes(topic.id) ? profile.special.slug : column;
}

function writeNews(writing: BranchWriting): DemoArticle[] {
  const { profile, now, random, ledger } = writing;
  return planNews(profile, now, ledger, random).flatMap((news) => {
    const late = random.chance(profile.tempo.lateShare);
    const planned = publicationTime(random, news.at, late);
    const publishedAt = planned < now ? planned : addHours(now, -0.5);
    const returned = random.chance(profile.tempo.returnShare);
    const story = publishedStory(random, {
      publishedAt,
      notBefore: addHours(news.at, 1),
      returned,
      byContributor: random.chance(0.55),
    });
    return [
      writeItem(
        writing,
        { ...news, column: columnFor(profile, news) },
        { eventAt: news.at, story, illustration: illustrationFor(news.topic, writing) },
      ),
    ];
  });
}

/** Notices and forms that come with a file. */
const filed: Readonly<Record<string, AttachmentKind>> = {
  "activity-notice": "form",
  "recommend-rules": "form",
  "assessment-rule": "form",
  "study-plan": "plan",
};

function writeLibrary(writing: BranchWriting): DemoArticle[] {
  const { profile, now, desk, random } = writing;
  const plan = [...planLibrary(profile, now, desk.decks, random), ...planStudy(profile, now, random)];
  return plan
    .toSorted((left, right) => left.at.getTime() - right.at.getTime())
    .map(({ dated, ...item }) => {
      const publishedAt = addHours(item.at, random.int(20, 90) / 60 + 0.8);
      const byContributor = random.chance(0.2);
      const story = publishedStory(random, {
        publishedAt,
        notBefore: item.at,
        returned: random.chance(0.05),
        byContributor,
      });
      const attachment = random.chance(0.25) ? (filed[item.topic.id] ?? null) : null;
      return writeItem(writing, item, { eventAt: dated ? item.at : null, story, illustration: null, attachment });
    })
    .filter((article) => (article.story.at(-1)?.at ?? now) < now);
}

/** Views grow with age and with pictures. */
function viewsOf(article: DemoArticle, now: Date, random: Random): number {
  const published = article.story.findLast((step) => step.verb === "publish");
  if (!published) return 0;
  const days = (now.getTime() - published.at.getTime()) / 86_400_000;
  return Math.round((18 + Math.min(days, 60) * 2.2 + (article.illustration ? 40 : 0)) * (0.5 + random.next()));
}

/** Everything one branch has written, published or not. */
export function writeBranch(writing: BranchWriting): DemoArticle[] {
  const { now, random } = writing;
  const published = [...writeNews(writing), ...writeLibrary(writing)];
  const articles = [...withAfterlife(published, now, random), ...pendingNews(writing)];
  return articles.map((article) => ({ ...article, views: article.views || viewsOf(article, now, random) }));
}
