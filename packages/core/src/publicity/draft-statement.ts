import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { fillNotice } from "@zhibu/domain/publicity/publicity-template";
import { optionalDayOf } from "../kernel/day-of.ts";
import { templateOf, type PublicityRow } from "./get-publicity-list.ts";

/** The result statement (公示结果说明) in the template's words as it is proposed to the secretary: period and objections, no names. */
export async function draftStatement(tx: Tx, list: PublicityRow): Promise<string> {
  const { result } = await templateOf(tx, list);
  const objections = await tx.objection.count({ where: { tenantId: list.tenantId, listId: list.id } });
  const lastDay = optionalDayOf(list.lastDay);
  return fillNotice(objections === 0 ? result.withoutObjections : result.withObjections, {
    标题: list.title,
    异议件数: String(objections),
    ...(list.startsAt ? { 开始日期: dayInWords(shanghaiDay(list.startsAt)) } : {}),
    ...(lastDay ? { 结束日期: dayInWords(lastDay) } : {}),
  });
}
