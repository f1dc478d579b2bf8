import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import PanToolOutlined from '@mui/icons-material/PanToolOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { Link } from 'react-router';

import type { Need } from '@/api/rows';

import { needPath } from './need-path';
import { useNeedWords } from './needs-you';

/** On a phone, people who wait are one coral card that stays on top while the page scrolls. */
export function WaitingCard({ need }: { need: Need }) {
  const words = useNeedWords(need);
  const to = needPath(need);
  if (!to) return null;
  return (
    <ButtonBase
      component={Link}
      to={to}
      sx={{ position: 'sticky', top: 8, zIndex: 3, justifyContent: 'flex-start', textAlign: 'left', gap: 4, px: 4, py: 3, borderRadius: '12px', bgcolor: 'tokens.coralSoft', color: 'tokens.text', border: '1px solid', borderColor: 'transparent', '@media (forced-colors: active)': { borderColor: 'currentColor' } }}
    >
      <PanToolOutlined aria-hidden sx={{ color: 'tokens.coral' }} />
      <Box sx={{ flex: 1 }}>
        <Box sx={{ fontWeight: 600 }}>{words.what}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{words.more}</Box>
      </Box>
      <ChevronRightOutlined aria-hidden sx={{ color: 'tokens.coral' }} />
    </ButtonBase>
  );
}
