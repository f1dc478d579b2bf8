/** The sprout of the product, white on deep teal. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="8" fill="var(--mui-palette-tokens-primary)" />
      <g fill="var(--mui-palette-tokens-onPrimary)">
        <circle cx="16" cy="8.6" r="2.9" />
        <path d="M15.4 24.5c-5.3-.1-8-3.2-8-8.8 5.4.2 8 3 8 8.8Z" />
        <path d="M16.6 24.5c0-4.7 2.7-7.5 8-7.6 0 4.8-2.6 7.5-8 7.6Z" opacity=".8" />
      </g>
    </svg>
  );
}
