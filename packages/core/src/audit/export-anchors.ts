import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { withOfficeReading } from "@zhibu/db/scope";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { getStorage, storageKey } from "../kernel/storage.ts";
import { anchorFolder } from "./anchor-folder.ts";
import { anchorFile, type Anchor } from "./anchor.ts";
import { listAnchors } from "./list-anchors.ts";

/** How far back a missed export is made up for. */
const daysBack = 30;

/** Folder of the storage with one folder a day. */
export const anchorsFolder = "anchors";

export function anchorKey(day: string): string {
  return storageKey(anchorsFolder, day, "anchor.json");
}

/**
 * Writes the anchors of the last weeks to the storage and, where one is configured, to the folder outside.
 * What is there already is never written again: a changed database must not reach the copies that witness against it.
 */
export async function exportAnchors(now: Date): Promise<void> {
  const since = addDays(shanghaiDay(now), -daysBack);
  const { anchors, college } = await withOfficeReading(async (tx) => ({
    anchors: await listAnchors(tx, since),
    college: (await tx.college.findFirst({ select: { name: true } }))?.name ?? "",
  }));
  for (const anchor of anchors) await exportAnchor(anchor, anchorFile(anchor, college));
}

async function exportAnchor({ day }: Anchor, text: string): Promise<void> {
  const key = anchorKey(day);
  if (!(await getStorage().exists(key))) await getStorage().put(key, Buffer.from(text));
  const folder = anchorFolder();
  if (folder !== undefined) await writeNew(path.join(folder, `audit-anchor-${day}.json`), text);
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text, { flag: "wx" }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
}
