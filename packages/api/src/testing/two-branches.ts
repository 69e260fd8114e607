import { listColumns } from "@zhibu/core/columns/list-columns";
import type { BranchContext } from "@zhibu/core/kernel/context";
import { listMedia } from "@zhibu/core/media/list-media";
import { uploadPicture } from "@zhibu/core/media/testing/uploads";
import { getPublicity } from "@zhibu/core/publicity/get-publicity";
import { listObjections } from "@zhibu/core/publicity/handle-objection";
import { draftedList, objectionTo } from "@zhibu/core/publicity/testing/drafted-list";
import { columnOf, publishedBy, rowOf, staffedBranch, submittedBy } from "@zhibu/core/testing/articles";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import { actorOf } from "./call.ts";
import type { SampleIds } from "./sample-input.ts";

/** A branch with something of everything, and the ids a stranger might have got hold of. */
export async function victimBranch() {
  const { branch, staff } = await staffedBranch();
  const picture = await uploadPicture(staff.webmaster);
  const columnId = await columnOf(staff.webmaster, "news.activities");
  const live = await publishedBy(staff);
  const submitted = await submittedBy(staff.webmaster, { coverId: picture.id });
  const { workingRevisionId } = await rowOf(staff.webmaster, submitted.articleId);
  const publicityId = await draftedList(staff.webmaster);
  const ids: Record<string, string | null> = {
    columnId,
    parentId: columnId,
    mediaId: picture.id,
    coverId: picture.id,
    attachmentIds: picture.id,
    revisionId: workingRevisionId,
    fromId: workingRevisionId,
    toId: workingRevisionId,
    publicityId,
    objectionId: await objectionTo(staff.secretary, publicityId),
  };
  const foreignIds: SampleIds = (field) => ids[field] ?? submitted.articleId;

  /** Everything an attack could change. */
  const state = (): Promise<unknown> =>
    Promise.all([
      rowOf(staff.webmaster, live.articleId),
      rowOf(staff.webmaster, submitted.articleId),
      listColumns(staff.webmaster),
      listMedia(staff.webmaster, { limit: 10 }),
      getPublicity(staff.webmaster, { publicityId }).then(({ list, draft }) => ({ list, draft })),
      listObjections(staff.secretary, { publicityId }),
    ]);
  return { branch, staff, foreignIds, state };
}

export type Attacker = { actor: Actor; slug: string };

/** Another branch's webmaster and secretary: between them they may do everything a branch can do. */
export async function attackersOf(): Promise<Attacker[]> {
  const { branch, staff } = await staffedBranch();
  const attacker = (ctx: BranchContext): Attacker => ({ actor: actorOf(ctx, branch), slug: branch.slug });
  return [attacker(staff.webmaster), attacker(staff.secretary)];
}
