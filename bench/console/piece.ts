import { doc, h, p } from "@zhibu/domain/articles/document/build-body";
import { selfCheckVersion } from "@zhibu/domain/checks/self-check-keys";
import type { Place } from "./cast.ts";
import { change } from "./visit.ts";

/** An article in work, and the version its people last saw. */
export type Piece = { place: Place; articleId: string; version: number };

const sentence = "支部全体党员集中学习了会议精神，结合教学工作实际谈了认识和打算，并就下一步的安排交换了意见。";
/** As long as news usually is: about a thousand characters. */
const body = doc(
  ...["学习情况", "交流发言", "下一步安排"].flatMap((heading) => [
    h(2, heading),
    ...Array.from({ length: 4 }, () => p(sentence.repeat(2))),
  ]),
);

const selfCheck = {
  ...{ version: selfCheckVersion, legality: true, copyright: true },
  ...{ portrait: true, privacy: true, secrecy: true },
};

type Moved = { articleId: string; version: number };

/** One step of an article; the next one goes on from the version it left. */
async function step(piece: Piece, as: "webmaster" | "secretary", verb: string, input: object): Promise<void> {
  const { place, articleId, version } = piece;
  const subject = { branch: place.slug, articleId, version };
  piece.version = (await change<Moved>(place[as], `articles.${verb}`, { ...subject, ...input })).version;
}

export function save(piece: Piece): Promise<void> {
  const { columnId } = piece.place;
  const texts = { title: "支部开展主题党日活动", subtitle: "", summary: "", source: "合成支部", author: "合成作者" };
  const eventAt = new Date(Date.now() - 3_600_000).toISOString();
  return step(piece, "webmaster", "save", {
    content: { columnId, ...texts, eventAt, coverId: null, body, attachmentIds: [] },
  });
}

export function submit(piece: Piece): Promise<void> {
  return step(piece, "webmaster", "submit", { selfCheck });
}

export function approve(piece: Piece): Promise<void> {
  return step(piece, "secretary", "approve", {});
}

/** Takes the approval back, so that the same article can be submitted again. */
export function giveBack(piece: Piece): Promise<void> {
  return step(piece, "secretary", "return", { reason: "请再核对一遍参加人数" });
}

/** A new article with a text, saved once. */
export async function newPiece(place: Place): Promise<Piece> {
  const { slug, columnId, webmaster } = place;
  const piece = { place, ...(await change<Moved>(webmaster, "articles.create", { branch: slug, columnId })) };
  await save(piece);
  return piece;
}
