import type { IncomingMessage, ServerResponse } from "node:http";
import { ByteBoundedMap, type Sized } from "./byte-bounded-map.ts";
import { fileSender, type OpenFile, type PublicFile } from "./file-sender.ts";
import type { Log } from "./log.ts";
import { answerPlainly } from "./plain-answers.ts";
import type { DirectDoor } from "./reader-door.ts";
import type { HeaderList } from "./security-headers.ts";
import type { Site } from "./sites.ts";

export type MediaDoorParts = {
  /** Whether readers of a branch may have the file now; `null` for unpublished, withdrawn, foreign and missing alike. */
  find: (tenantId: string, mediaId: string, file: string) => Promise<PublicFile | null>;
  open: OpenFile;
  /** The branch of a slug: the portal shows pictures of branches under its own host. */
  branch: (slug: string) => Site | undefined;
  /** Memory for small files. */
  bytesMax: number;
  headers: HeaderList;
  log: Log;
};

const branchPath = /^\/media\/(?<id>[0-9a-f-]{36})\/(?<file>[a-z0-9.]{1,16})$/u;
const portalPath = /^\/media\/(?<slug>[a-z0-9-]{1,63})\/(?<id>[0-9a-f-]{36})\/(?<file>[a-z0-9.]{1,16})$/u;

const decisionBytes = 400;
const decisionsBytesMax = 8 * 1024 * 1024;

type Decision = Sized & { version: number; file: PublicFile | null };

/**
 * Serves `/media/{id}/{file}` of branches and `/media/{slug}/{id}/{file}` of the portal.
 * A decision holds for one version of the branch's site, so what is withdrawn is gone at once, and no longer than the
 * file may be shown, so what ends by the clock is gone at its minute whether or not anything has noted the end.
 */
export function mediaDoor(parts: MediaDoorParts): DirectDoor {
  const decisions = new ByteBoundedMap<Decision>(decisionsBytesMax);
  const sendFile = fileSender(parts.open, parts.bytesMax, parts.headers);

  async function decide(branch: Site, mediaId: string, fileName: string): Promise<PublicFile | null> {
    const key = `${branch.id}/${mediaId}/${fileName}`;
    const { version } = branch;
    const known = decisions.get(key);
    const isOver = (known?.file?.goneAt ?? Infinity) <= Date.now();
    if (known !== undefined && known.version >= version && !isOver) return known.file;
    const file = await parts.find(branch.id, mediaId, fileName);
    decisions.set(key, { version, file, bytes: decisionBytes });
    return file;
  }

  async function answer(site: Site, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {
      slug = "",
      id,
      file: fileName,
    } = (site.kind === "portal" ? portalPath : branchPath).exec(path)?.groups ?? {};
    const branch = site.kind === "portal" ? parts.branch(slug) : site;
    const known = branch?.state === "open" && id !== undefined && fileName !== undefined;
    const file = known ? await decide(branch, id, fileName) : null;
    if (file === null) answerPlainly(response, "notFound");
    else await sendFile(file, request, response);
  }

  return (site, path, request, response) => {
    if (!path.startsWith("/media/")) return false;
    answer(site, path, request, response).catch((error: unknown) => {
      // A reader who leaves in the middle of a download is no trouble of ours.
      if (response.headersSent) response.destroy();
      else {
        parts.log.error("a file could not be sent", { site: site.slug, path, error });
        answerPlainly(response, "unavailable");
      }
    });
    return true;
  };
}
