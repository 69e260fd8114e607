import { createDecks } from "../engine/decks.ts";
import { seededRandom, type Random } from "../engine/random.ts";
import type { BranchProfile } from "./branch-profile.ts";
import { demoBranches } from "./branches/all-branches.ts";
import type { WritingDesk } from "./compose.ts";
import type { DemoArticle } from "./demo-article.ts";
import { foundingArticle } from "./founding-article.ts";
import { inventNames } from "./names.ts";
import type { NewsLedger } from "./plan-news.ts";
import type { Roster } from "./slots.ts";
import { staffOf, type Staff } from "./staff.ts";
import { writeBranch } from "./write-branch.ts";

/** What a site of the college needs to be loaded, be it a branch's or the office's own. */
export type DemoSite = {
  profile: Pick<BranchProfile, "slug" | "name" | "shortName" | "intro" | "address" | "phone" | "email" | "special"> & {
    kind: BranchProfile["kind"] | "office";
  };
  staff: Staff;
  articles: readonly DemoArticle[];
};

export type DemoBranch = { profile: BranchProfile; staff: Staff; articles: readonly DemoArticle[] };

/** Everybody with an account or a seat keeps their name to themselves. */
function takenNames(): Set<string> {
  return new Set(
    demoBranches.flatMap(({ people: { committee, ...people } }) => [...Object.values(people), ...committee]),
  );
}

function rosterOf(profile: BranchProfile, random: Random, taken: Set<string>): Roster {
  const size = profile.kind === "general" ? 12 : 9;
  return { seniors: inventNames(random, size, taken), juniors: inventNames(random, size, taken) };
}

/**
 * The eight branches and all they wrote in the twelve months before `now`: the same for the same `now` and seed.
 * Articles stand in the order their writing began.
 */
export function buildDemoCollege(
  now: Date,
  seed = "zhibu",
): { branches: readonly DemoBranch[]; worn: readonly string[] } {
  const random = seededRandom(seed);
  const taken = takenNames();
  const desk: WritingDesk = {
    decks: createDecks(random.fork("decks")),
    printed: new Set(),
    titles: new Map(),
    worn: [],
  };
  const ledger: NewsLedger = new Map();
  const branches = demoBranches.map((profile): DemoBranch => {
    const ofBranch = random.fork(profile.slug);
    const roster = rosterOf(profile, ofBranch, taken);
    const articles = writeBranch({ desk, profile, roster, ledger, now, random: ofBranch });
    const own = profile.slug === "jiguan" ? [...articles, foundingArticle(now)] : articles;
    return {
      profile,
      staff: staffOf(profile, now),
      articles: own.toSorted((left, right) => begun(left) - begun(right)),
    };
  });
  return { branches, worn: desk.worn };
}

function begun(article: DemoArticle): number {
  return article.story[0]?.at.getTime() ?? 0;
}
