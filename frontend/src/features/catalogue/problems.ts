/** Filters that are problems worth money; "all" takes none. */
export const problems = ['all', 'sold_out', 'low'] as const;

export type Problem = (typeof problems)[number];

/** What is on sale, and what is not spoken of. */
export const statuses = ['active', 'hidden', 'archived'] as const;

export type Status = (typeof statuses)[number];
