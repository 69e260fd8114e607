import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { getStorage } from "../kernel/storage.ts";
import { readAnchorFile } from "./anchor.ts";
import { anchorKey, anchorsFolder } from "./export-anchors.ts";
import type { AnchorCopy } from "./verify-anchors.ts";

/** The anchors the storage keeps, one after the other. */
export async function* storedAnchors(): AsyncGenerator<AnchorCopy> {
  for await (const day of getStorage().listFolders(anchorsFolder)) {
    const stored = await getStorage().get(anchorKey(day));
    const anchor = stored && readAnchorFile(await text(stored.stream));
    yield { witness: "storage", day, anchor: anchor?.day === day ? anchor : null };
  }
}

/** The anchors somebody carried away: every JSON file below a folder. @throws Error when there is none. */
export async function* carriedAnchors(folder: string): AsyncGenerator<AnchorCopy> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json")).toSorted();
  if (names.length === 0) throw new Error(`there is no anchor in ${folder}`);
  for (const name of names) {
    const anchor = readAnchorFile(await readFile(path.join(folder, name), "utf8"));
    yield { witness: name, day: anchor?.day ?? name, anchor };
  }
}
