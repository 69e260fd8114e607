import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { DemoArticle, Desk } from "../demo/demo-article.ts";
import { atDesk } from "../demo/staff.ts";
import type { Person } from "./article-place.ts";
import { articleRows } from "./article-rows.ts";
import type { Deed } from "./history-rows.ts";
import { loadArticles } from "./load-articles.ts";
import { drawAhead, loadAttachment, loadPicture, type Uploader } from "./load-media.ts";
import type { LoadedBranch, PeopleIds } from "./load-people.ts";

/** The branch's own column, behind the baseline's, where it has one. */
async function addOwnColumn(tx: Tx, { demo, tenantId }: LoadedBranch): Promise<void> {
  const { special } = demo.profile;
  if (!special) return;
  const { slug, name } = special;
  await tx.siteColumn.create({
    data: { tenantId, id: newId(), slug, name, module: "special", position: 3, cadenceDays: 62 },
  });
}

/** One item for each picture and file the articles show, uploaded by the webmaster before its first use. */
async function loadLibrary(tx: Tx, branch: LoadedBranch, uploaderAt: (at: Date) => Uploader) {
  const pictures = new Map<string, string>();
  const attachments = new Map<string, string>();
  const illustrations = branch.demo.articles.flatMap(({ illustration }) => illustration ?? []);
  await drawAhead(new Set(illustrations.map(({ scene }) => scene)));
  for (const { illustration, attachment, story } of branch.demo.articles) {
    const uploader = uploaderAt(story[0]?.at ?? new Date(0));
    if (illustration && !pictures.has(illustration.scene)) {
      pictures.set(illustration.scene, await loadPicture(tx, uploader, illustration.scene));
    }
    if (attachment && !attachments.has(attachment)) {
      attachments.set(attachment, await loadAttachment(tx, uploader, attachment));
    }
  }
  return {
    pictureOf: ({ illustration }: DemoArticle) => (illustration ? (pictures.get(illustration.scene) ?? null) : null),
    attachmentOf: ({ attachment }: DemoArticle) => (attachment ? (attachments.get(attachment) ?? null) : null),
  };
}

/** Fills one branch: its column, its library, its articles and its trail, `deeds` of other matters in it. */
export async function loadBranch(
  tx: Tx,
  branch: LoadedBranch,
  people: PeopleIds,
  deeds: readonly Deed[],
): Promise<void> {
  const { demo, tenantId } = branch;
  await addOwnColumn(tx, branch);
  const columns = await tx.siteColumn.findMany({ where: { tenantId } });
  const person = (desk: Desk, at: Date): Person => {
    const { loginName, name } = atDesk(demo.staff, desk, at);
    return { userId: people.get(loginName) ?? "", name };
  };
  const library = await loadLibrary(tx, branch, (at) => ({ tenantId, at, ...person("webmaster", at) }));
  const rows = demo.articles.map((article, index) => {
    const column = columns.find(({ baselineKey, slug }) => (baselineKey ?? slug) === article.column);
    if (!column) throw new Error(`${demo.profile.slug} has no column ${article.column}`);
    return articleRows(article, {
      tenantId,
      articleId: newId(),
      no: index + 1,
      columnId: column.id,
      module: column.module,
      pictureId: library.pictureOf(article),
      attachmentId: library.attachmentOf(article),
      person,
    });
  });
  await loadArticles(tx, tenantId, rows, deeds);
}
