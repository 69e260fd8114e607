/** Whether a text is a calendar day (`YYYY-MM-DD`) that exists, of the years `daySchema` knows. Free of schemas, for screens load it. */
export function isDay(text: string): boolean {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
