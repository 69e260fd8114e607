/** A day (`YYYY-MM-DD`) as notices write it. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
