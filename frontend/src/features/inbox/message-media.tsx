import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';

import type { Message } from '@/api/rows';

type Media = NonNullable<Message['marks']['media']>;

/** A file the customer sent, from our own copy; or why there is none. */
export function MessageMedia({ media, filename }: { media: Media; filename: string }) {
  const { t } = useTranslation();
  if (media.state !== 'stored') {
    return <Box sx={{ px: 3.5, pt: 2, color: 'tokens.text3' }}>{t(media.state === 'fetching' ? 'marks.due' : `marks.${media.state}`)}</Box>;
  }
  if (media.kind === 'image' || media.kind === 'sticker') {
    return (
      <Link href={media.url} target="_blank" rel="noreferrer" sx={{ display: 'block', p: 1 }}>
        <Box component="img" src={media.url} alt={t('marks.picture')} loading="lazy" sx={{ display: 'block', maxWidth: '100%', maxHeight: 320, borderRadius: '8px' }} />
      </Link>
    );
  }
  if (media.kind === 'audio') return <Box component="audio" controls preload="none" src={media.url} aria-label={t('marks.recording')} sx={{ display: 'block', m: 2, maxWidth: 'calc(100% - 16px)' }} />;
  if (media.kind === 'video') return <Box component="video" controls preload="metadata" src={media.url} aria-label={t('marks.film')} sx={{ display: 'block', p: 1, maxWidth: '100%', maxHeight: 320 }} />;
  return (
    <Box sx={{ px: 3.5, pt: 2 }}>
      <Link href={media.url} download={filename || true}>
        {filename || t('marks.open')}
      </Link>
    </Box>
  );
}
