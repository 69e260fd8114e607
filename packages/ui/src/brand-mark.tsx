/** Zhibu's own mark, a flag over an open page; decoration, the name stands beside it. */
export function BrandMark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <rect width="32" height="32" rx="7" fill="#b5121b" />
      <path d="M10 7v18" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path d="M11 8c4-2.4 7.5 2.2 12 0v8.6c-4.5 2.2-8-2.4-12 0Z" fill="#ffd9a0" />
      <path d="M10 25c4-2.2 8.5-1.6 13 0" stroke="#fff" strokeWidth="2" strokeLinecap="round" fill="none" />
    </svg>
  );
}
