import type { ColumnModule } from "../columns/module-names.ts";
import { shanghaiDay } from "../kernel/shanghai-time.ts";

/**
 * The day whose values an article shows: news keeps the wording of its date (of the event, else of its publication);
 * a page says what holds today.
 */
export function factDayOf(
  article: { readonly module: ColumnModule; readonly eventAt: Date | null; readonly publishedAt: Date | null },
  now: Date,
): string {
  if (article.module !== "news") return shanghaiDay(now);
  return shanghaiDay(article.eventAt ?? article.publishedAt ?? now);
}
