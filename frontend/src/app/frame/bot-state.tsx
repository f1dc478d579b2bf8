import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetStatusQuery } from '@/api/endpoints.gen';

/** Whether the bot answers. Green while it does, amber while it is paused. */
export function BotState() {
  const { t } = useTranslation();
  const bot = useGetStatusQuery().data?.bot;
  if (!bot) return null;
  const fine = bot === 'answering';
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, px: 2, minHeight: 28, borderRadius: '6px', fontSize: 13, fontWeight: 600, whiteSpace: 'nowrap', bgcolor: fine ? 'tokens.successSoft' : 'tokens.warningSoft', color: fine ? 'tokens.success' : 'tokens.warning' }}>
      <Box aria-hidden sx={{ width: 6, height: 6, borderRadius: '50%', bgcolor: 'currentColor' }} />
      {t(fine ? 'frame.botAnswering' : 'frame.botPaused')}
    </Box>
  );
}
