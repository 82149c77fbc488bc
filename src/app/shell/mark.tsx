/** The mark: a delta with a pulse in it. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 20 20"
      width={20}
      height={20}
      fill="none"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden
      className="shrink-0"
    >
      <path className="stroke-ink" strokeWidth="1.6" d="M10 2.5 18 17H2Z" />
      <path className="stroke-accent" strokeWidth="1.5" d="M5 13.5h2.2l1.5-3.2 2.2 4.4 1.5-2.8.9 1.6h1.7" />
    </svg>
  );
}
