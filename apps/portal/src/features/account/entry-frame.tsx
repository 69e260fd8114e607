import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@zhibu/ui/brand-mark";

/** The quiet page around sign-in and the first password: one card, and on wide screens what the place is for. */
export function EntryFrame({ college, children }: { college: string | null; children: ReactNode }) {
  const t = useTranslations();
  const points = ["write", "read", "keep"] as const;
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside className="relative hidden overflow-hidden bg-brand-strong px-14 py-12 text-white lg:flex lg:flex-col">
        <RisingLines />
        <p className="relative flex items-center gap-3 text-lg font-semibold">
          <BrandMark className="size-8 rounded-lg ring-1 ring-white/25" />
          {t("common.product")}
        </p>
        <div className="relative mt-auto">
          <p className="max-w-md text-[28px] leading-10 font-semibold text-balance">{t("account.signIn.slogan")}</p>
          <ul className="mt-6 space-y-2 text-[15px] text-white/85">
            {points.map((point) => (
              <li key={point} className="flex items-center gap-3">
                <span className="h-px w-5 bg-white/60" aria-hidden />
                {t(`account.signIn.points.${point}`)}
              </li>
            ))}
          </ul>
        </div>
      </aside>
      <main className="flex flex-col px-5 py-8 sm:px-10 sm:py-12">
        <p className="flex items-center gap-2.5 font-semibold lg:hidden">
          <BrandMark />
          {t("common.product")}
        </p>
        <div className="mx-auto mt-12 mb-auto w-full max-w-[380px] py-4 sm:my-auto sm:py-8">{children}</div>
        <p className="text-center text-[13px] text-ink-soft">
          {college === null ? t("common.productLine") : `${college} · ${t("common.productLine")}`}
        </p>
      </main>
    </div>
  );
}

function RisingLines() {
  return (
    <svg
      className="absolute inset-0 size-full text-white/10"
      preserveAspectRatio="xMidYMid slice"
      viewBox="0 0 600 800"
      aria-hidden
    >
      {Array.from({ length: 12 }, (_, line) => (
        <path
          key={line}
          d={`M-40 ${130 + line * 34} C 160 ${-20 + line * 42}, 340 ${300 + line * 22}, 640 ${-30 + line * 46}`}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}
