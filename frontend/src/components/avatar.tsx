import Box from '@mui/material/Box';

import { avatarPairs } from '@/theme/tokens';

/** The same person has the same colour on every page. */
function pairOf(id: string): readonly [string, string] {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return avatarPairs[hash % avatarPairs.length] ?? ['#D8E8E6', '#0A4E52'];
}

interface AvatarProps {
  id: string;
  initials: string;
  size?: number;
}

/** A person's initials on one of seven soft grounds. Decoration: the name always stands beside it. */
export function Avatar({ id, initials, size = 40 }: AvatarProps) {
  const [ground, letters] = pairOf(id);
  return (
    <Box
      aria-hidden
      data-initials={initials}
      sx={[
        { width: size, height: size, flexShrink: 0, borderRadius: '50%', display: 'grid', placeItems: 'center' },
        { fontSize: size > 34 ? 14 : 12, fontWeight: 600, bgcolor: ground, color: letters, '&::before': { content: 'attr(data-initials)' } },
        (theme) => theme.applyStyles('dark', { backgroundColor: letters, color: ground }),
      ]}
    />
  );
}
