import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { fillNotice } from "@zhibu/domain/publicity/publicity-template";

type SignedWords = { title: string; notice: string; howToObject: string };
type Period = { title: string; startsAt: Date; lastDay: string; workingDaysMin: number };

/** A signed text as readers are shown it in a period: its days are filled in, for they are not part of what was signed. */
export function shownWords({ title, notice, howToObject }: SignedWords, period: Period): SignedWords {
  const days = {
    标题: period.title,
    开始日期: dayInWords(shanghaiDay(period.startsAt)),
    结束日期: dayInWords(period.lastDay),
    工作日: String(period.workingDaysMin),
  };
  return { title, notice: fillNotice(notice, days), howToObject: fillNotice(howToObject, days) };
}
