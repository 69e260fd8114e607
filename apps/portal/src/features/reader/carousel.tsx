import type { Cover } from "@zhibu/core/articles/published/listed-article";

export type Slide = { key: string; href: string; title: string; cover: Cover; pictureUrl: (width: number) => string };

/** Picture news: one picture stands still, several are leafed through by finger, wheel, keyboard or the browser's own markers. */
export function Carousel({ slides, label }: { slides: readonly Slide[]; label: string }) {
  return (
    <section className="carousel" aria-label={label}>
      <ul>
        {slides.map((slide, index) => (
          <li key={slide.key}>
            <a href={slide.href}>
              <SlidePicture slide={slide} first={index === 0} />
              <span className="slide-title">
                {slide.title}
                {slides.length > 1 && (
                  <span className="slide-count">
                    {index + 1}/{slides.length}
                  </span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first picture is what a reader waits for; the others come when they are leafed to. */
function SlidePicture({ slide, first }: { slide: Slide; first: boolean }) {
  const { widths, width, height } = slide.cover;
  const plain = widths.findLast((each) => each <= 960) ?? widths[0] ?? width;
  return (
    <img
      src={slide.pictureUrl(plain)}
      srcSet={widths.map((each) => `${slide.pictureUrl(each)} ${each}w`).join(", ")}
      sizes="(min-width: 64rem) 40rem, 100vw"
      width={plain}
      height={Math.round((height * plain) / width)}
      alt=""
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : "auto"}
      decoding="async"
    />
  );
}
