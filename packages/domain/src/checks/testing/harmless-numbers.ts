import fc from "fast-check";

const figures = (min: number, max: number) => fc.integer({ min, max });
const pad = (value: number, length = 2) => String(value).padStart(length, "0");
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: length, maxLength: length });

/** Local numbers begin with 2 to 8. */
const local = fc.tuple(figures(2, 8), digits(6)).map((parts) => parts.join(""));
const year = figures(1921, 2035);
const day = fc.tuple(year, figures(1, 12), figures(1, 28));

/** Figures of the kinds branch pages are full of. */
export const harmlessNumber: fc.Arbitrary<string> = fc.oneof(
  day.map(([y, m, d]) => `${y}年${m}月${d}日`),
  day.map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`),
  day.map(([y, m, d]) => `${y}.${m}.${d}`),
  day.map(([y, m, d]) => `${y}${pad(m)}${pad(d)}`),
  fc
    .tuple(day, figures(0, 23), figures(0, 59))
    .map(([[y, m, d], h, n]) => `${y}-${pad(m)}-${pad(d)} ${pad(h)}:${pad(n)}`),
  fc
    .tuple(day, figures(0, 23), figures(0, 59))
    .map(([[y, m, d], h, n]) => `${y}${pad(m)}${pad(d)}${pad(h)}${pad(n)}${pad(n)}`),
  fc.tuple(year, year, figures(1, 200)).map(([a, b, n]) => `${a}—${b} ${n}周年`),
  figures(1, 99_999_999).map((amount) => `${amount}元`),
  fc.tuple(figures(1, 999_999_999), figures(0, 99)).map(([yuan, fen]) => `${yuan}.${pad(fen)}元`),
  figures(10_000_000_000, 19_999_999_999).map((amount) => `${amount}元`),
  figures(1_000, 99_999_999).map((amount) => `￥${amount.toLocaleString("en-US")}.00`),
  figures(0, 99_999).map((share) => `${share / 1_000}%`),
  fc.tuple(year, figures(1, 300)).map(([y, n]) => `党发〔${y}〕${n}号`),
  fc.tuple(year, figures(1, 300)).map(([y, n]) => `三全党〔${y}〕第${n}号`),
  fc.tuple(fc.constantFrom("010", "0373", "0371", "021"), local).map(([area, n]) => `${area}-${n}`),
  fc.tuple(local, figures(100, 9_999)).map(([n, ext]) => `（0373）${n}转${ext}`),
  fc.tuple(local, digits(4)).map(([n, ext]) => `0373-${n}-${ext}`),
  fc.tuple(digits(3), digits(4)).map(([a, b]) => `400-${a}-${b}`),
  fc
    .tuple(figures(10, 99), digits(6), figures(0, 9))
    .map(([press, title, check]) => `ISBN 978-7-${press}-${title}-${check}`),
  fc.tuple(digits(9), figures(0, 9)).map(([title, check]) => `ISBN 9787${title}${check}`.slice(0, 18)),
  fc.tuple(digits(4), digits(4)).map(([a, b]) => `ISSN ${a}-${b}`),
  fc
    .tuple(digits(4), digits(4), digits(4), year, figures(1, 99), figures(1, 99))
    .map(([p, a, b, y, v, n]) => `10.${p}/j.issn.${a}-${b}.${y}.${pad(v)}.${pad(n, 3)}`),
  fc.tuple(digits(4), digits(12)).map(([p, n]) => `doi:10.${p}/${n}`),
  fc.tuple(day, digits(8)).map(([[y, m, d], n]) => `https://www.example.edu.cn/info/${y}${pad(m)}${pad(d)}/t${n}.htm`),
  fc.tuple(figures(4, 99_999), year).map(([n, y]) => `GB/T ${n}-${y}`),
  fc.tuple(year, digits(7), figures(0, 9)).map(([y, n, check]) => `ZL ${y} 1 ${n}.${check}`),
  fc.tuple(figures(1, 255), figures(0, 255), figures(0, 255), figures(1, 254)).map((parts) => parts.join(".")),
  digits(6).map((code) => `邮编${code}`),
  digits(9).map((code) => `QQ群${code}`),
  fc.oneof(digits(12), digits(14), digits(20), digits(24)).map((serial) => `编号${serial}`),
  fc.tuple(fc.constantFrom("SN", "No", "ZX", "A"), digits(11)).map((parts) => parts.join("")),
  fc.array(figures(1, 40), { minLength: 4, maxLength: 8 }).map((row) => row.join(" ")),
  fc.array(figures(1, 2_000), { minLength: 3, maxLength: 6 }).map((row) => row.join("\t")),
);
