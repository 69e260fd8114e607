import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getStorage } from "@zhibu/core/kernel/storage";
import { mediaKey } from "@zhibu/core/media/media-files";
import { preparePicture, type PreparedPicture } from "@zhibu/core/media/prepare-picture";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { fileFormats } from "@zhibu/domain/media/file-formats";
import { widthFileName } from "@zhibu/domain/media/media-file";
import { writeAttachment } from "../demo/attachments/write-attachment.ts";
import type { AttachmentKind } from "../demo/demo-article.ts";
import { photographScene } from "../demo/illustrations/photograph-scene.ts";
import type { SceneKey } from "../demo/illustrations/scene-keys.ts";
import { illustrationSource, sceneTexts } from "../demo/illustrations/scene-texts.ts";

type Drawn = PreparedPicture & { sha256: string };

const drawn = new Map<SceneKey, Promise<Drawn>>();

/** Through the same drawing as an upload, but once for all branches: it is most of the work. */
function drawOnce(scene: SceneKey): Promise<Drawn> {
  const known = drawn.get(scene) ?? draw(scene);
  drawn.set(scene, known);
  return known;
}

async function draw(scene: SceneKey): Promise<Drawn> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-seed-"));
  try {
    const photo = await photographScene(scene);
    const file = path.join(folder, "photo.jpg");
    await writeFile(file, photo);
    return { ...(await preparePicture(file)), sha256: createHash("sha256").update(photo).digest("hex") };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Draws what will be needed, as many at a time as there are threads for it. */
export async function drawAhead(scenes: ReadonlySet<SceneKey>): Promise<void> {
  await Promise.all([...scenes].map(drawOnce));
}

export type Uploader = { tenantId: string; userId: string; name: string; at: Date };

/** What both kinds of item say about who brought them. */
function uploadedBy({ tenantId, userId, name, at }: Uploader, id: string) {
  return { tenantId, id, createdById: userId, createdByName: name, createdAt: at };
}

/** Puts a scene into a branch's library and returns its id; files first, so that a row always has its files. */
export async function loadPicture(tx: Tx, uploader: Uploader, scene: SceneKey): Promise<string> {
  const { width, height, files, sha256 } = await drawOnce(scene);
  const id = newId();
  for (const each of files)
    await getStorage().put(mediaKey(uploader.tenantId, id, widthFileName(each.width)), each.content);
  const { alt, captions } = sceneTexts[scene];
  await tx.media.create({
    data: {
      ...uploadedBy(uploader, id),
      kind: "picture",
      name: `${(captions[0] ?? scene).replace(/（.*$/u, "")}.jpg`,
      mime: fileFormats.jpeg.mime,
      ext: "jpg",
      bytes: files.reduce((sum, { content }) => sum + content.length, 0),
      width,
      height,
      widths: files.map((each) => each.width),
      sha256,
      alt,
      source: illustrationSource,
    },
  });
  return id;
}

/** Puts a file of its kind into a branch's library and returns its id. */
export async function loadAttachment(tx: Tx, uploader: Uploader, kind: AttachmentKind): Promise<string> {
  const { name, content } = writeAttachment(kind);
  const id = newId();
  await getStorage().put(mediaKey(uploader.tenantId, id, "original"), content);
  await tx.media.create({
    data: {
      ...uploadedBy(uploader, id),
      kind: "attachment",
      name,
      mime: fileFormats.docx.mime,
      ext: "docx",
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    },
  });
  return id;
}
