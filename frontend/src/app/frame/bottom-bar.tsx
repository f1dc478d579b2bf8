import MenuOutlined from '@mui/icons-material/MenuOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { NavigationItem } from '../pages';
import { useNavigation } from '../use-navigation';
import { useActivePath } from '../use-page';
import { MoreSheet } from './more-sheet';
import { WaitingBadge } from './rail-link';

const itemLook = {
  flex: 1,
  position: 'relative',
  flexDirection: 'column',
  gap: '2px',
  minHeight: 63,
  fontSize: 12,
  fontWeight: 500,
  color: 'tokens.text2',
  '&[aria-current], &[aria-expanded="true"]': { color: 'tokens.primary', fontWeight: 600 },
  '&[aria-current] .spot': { bgcolor: 'tokens.primarySoft' },
} as const;

const spotLook = { display: 'grid', placeItems: 'center', width: 52, height: 28, borderRadius: '999px' } as const;

/** The way around on a phone: the areas of every day, and More for the rest. */
export function BottomBar() {
  const { t } = useTranslation();
  const [more, setMore] = useState(false);
  return (
    <>
      <Box component="nav" aria-label={t('frame.navigation')} sx={{ position: 'fixed', insetInline: 0, bottom: 0, zIndex: 'appBar', display: 'flex', bgcolor: 'tokens.surface', borderTop: '1px solid', borderColor: 'tokens.line', pb: 'env(safe-area-inset-bottom)' }}>
        {useNavigation().filter((item) => item.onBottomBar).map((item) => (
          <BottomLink key={item.path} item={item} />
        ))}
        <ButtonBase aria-haspopup="dialog" aria-expanded={more} onClick={() => setMore(true)} sx={itemLook}>
          <Box sx={spotLook}>
            <MenuOutlined aria-hidden sx={{ fontSize: 22 }} />
          </Box>
          {t('nav.more')}
        </ButtonBase>
      </Box>
      <MoreSheet open={more} onClose={() => setMore(false)} />
    </>
  );
}

function BottomLink({ item }: { item: NavigationItem }) {
  const { t } = useTranslation();
  const active = useActivePath() === item.path;
  const Icon = item.icon;
  return (
    <ButtonBase component={Link} to={item.path} aria-current={active ? 'page' : undefined} sx={itemLook}>
      <Box className="spot" sx={spotLook}>
        <Icon aria-hidden sx={{ fontSize: 22 }} />
      </Box>
      {t(item.labelKey)}
      {item.badge && <WaitingBadge floating />}
    </ButtonBase>
  );
}
