/** Our own mark, not an official one: two leaves rising from common ground towards a light. Decorative beside the site's name. */
export function Emblem() {
  return (
    <svg className="emblem" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <rect width="48" height="48" rx="11" />
      <g fill="#fff">
        <circle cx="24" cy="12.5" r="4" />
        <path d="M22.8 31C13 31 8 25.5 8 17c9.5 0 14.8 5 14.8 14ZM25.2 31C35 31 40 25.5 40 17c-9.5 0-14.8 5-14.8 14ZM10 35h28v3.5H10z" />
      </g>
    </svg>
  );
}
