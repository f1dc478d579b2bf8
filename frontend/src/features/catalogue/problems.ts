/** Filters that are problems worth money; "all" takes none. */
export const problems = ['all', 'sold_out', 'low'] as const;

export type Problem = (typeof problems)[number];
