import { bumpSites } from "@zhibu/core/kernel/bump-site-version";
import { createBranch } from "@zhibu/core/tenancy/create-branch";
import { lockCollege } from "@zhibu/core/tenancy/lock-college";
import { newId } from "@zhibu/db/new-id";
import { demoCollege } from "../baseline/college.ts";
import { buildDemoCollege } from "../demo/build-college.ts";
import { officeSite } from "../demo/office-site/office-site.ts";
import { loadBaseline } from "./load-baseline.ts";
import { loadBranch } from "./load-branch.ts";
import { loadNominations } from "./load-nominations.ts";
import { loadPeople, type LoadedBranch } from "./load-people.ts";
import { loadPublicity } from "./load-publicity.ts";
import { inSeedTransaction } from "./seed-transaction.ts";

export type SeedOptions = {
  now: Date;
  /** All demo accounts' password. */
  password: string;
  /** Told after each branch. */
  onProgress?: (done: number, total: number) => void;
};

export type SeededCollege = { branches: number; articles: number };

/**
 * Writes the demo college into an empty database, wholly or not at all; `null` when there is a college already.
 * The process needs a connected database, a storage and its data keys.
 */
export function seedDemo({ now, password, onProgress }: SeedOptions): Promise<SeededCollege | null> {
  return inSeedTransaction(async (tx) => {
    // Two instances may start on one empty database at once, or somebody founds a college: the second waits, and finds it.
    if (await lockCollege(tx)) return null;
    const { branches } = buildDemoCollege(now);
    const sites = [...branches, officeSite(now)];
    const collegeId = newId();
    await tx.college.create({ data: { id: collegeId, ...demoCollege } });
    await tx.siteVersion.create({ data: { siteId: collegeId } });
    const loaded: LoadedBranch[] = [];
    for (const [position, demo] of sites.entries()) {
      const { slug, name, shortName, kind, intro, address, phone, email } = demo.profile;
      const tenantId = await createBranch(tx, {
        slug,
        name,
        shortName,
        kind,
        intro,
        address,
        phone,
        email,
        position,
        icp: demoCollege.icp,
      });
      loaded.push({ demo, tenantId });
    }
    const people = await loadPeople(tx, loaded, password);
    const publicity = await loadPublicity(tx, loaded, people, now);
    for (const [index, branch] of loaded.entries()) {
      await loadBranch(tx, branch, people, publicity.get(branch.tenantId) ?? []);
      onProgress?.(index + 1, loaded.length);
    }
    await loadNominations(tx, loaded, people, now);
    const office = loaded.find(({ demo }) => demo.profile.kind === "office");
    if (office) await loadBaseline(tx, office, people, now);
    await bumpSites(tx, null, { removal: false });
    return { branches: branches.length, articles: sites.reduce((sum, { articles }) => sum + articles.length, 0) };
  });
}
