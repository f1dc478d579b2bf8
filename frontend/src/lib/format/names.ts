/** "SC" for "Sarah Chen"; one letter for a single name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}

export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;
