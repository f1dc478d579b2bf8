import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { useGetStatusQuery } from '@/api/endpoints.gen';
import { visuallyHidden } from '@/components/visually-hidden';

import type { NavigationItem } from '../pages';
import { useActivePath } from '../use-page';

interface RailLinkProps {
  item: NavigationItem;
  wide: boolean;
}

const wideLook = { height: 40, px: 3, gap: 3, justifyContent: 'flex-start', borderRadius: '8px', fontSize: 14 } as const;
const narrowLook = { minHeight: 52, py: 1, gap: 0.5, flexDirection: 'column', borderRadius: '8px', fontSize: 12 } as const;

/** One area in the rail. The open one is lit, and said to be the current page. */
export function RailLink({ item, wide }: RailLinkProps) {
  const { t } = useTranslation();
  const active = useActivePath() === item.path;
  const Icon = item.icon;
  const lit = active ? 'tokens.primarySoft' : 'transparent';
  return (
    <ButtonBase
      component={Link}
      to={item.path}
      aria-current={active ? 'page' : undefined}
      sx={{
        ...(wide ? { ...wideLook, bgcolor: lit } : narrowLook),
        position: 'relative',
        color: active ? 'tokens.onPrimarySoft' : 'tokens.text2',
        fontWeight: active ? 600 : 500,
        '&:hover': { bgcolor: active ? lit : 'tokens.sunken' },
      }}
    >
      <Box sx={wide ? { display: 'flex' } : { display: 'grid', placeItems: 'center', width: 52, height: 28, borderRadius: '999px', bgcolor: lit }}>
        <Icon aria-hidden sx={{ fontSize: 20 }} />
      </Box>
      {t(item.labelKey)}
      {item.badge && <WaitingBadge floating={!wide} />}
    </ButtonBase>
  );
}

/** How many people wait for a person. */
export function WaitingBadge({ floating }: { floating: boolean }) {
  const { t } = useTranslation();
  const waiting = useGetStatusQuery().data?.waiting ?? 0;
  if (waiting === 0) return null;
  const place = floating ? ({ position: 'absolute', top: 0, left: 'calc(50% + 6px)' } as const) : ({ ml: 'auto' } as const);
  return (
    <Box component="span" sx={{ ...place, minWidth: 20, height: 20, px: 1.5, borderRadius: '999px', display: 'grid', placeItems: 'center', bgcolor: 'tokens.coral', color: 'tokens.surface', fontSize: 12, fontWeight: 600 }}>
      <span aria-hidden>{waiting}</span>
      <Box component="span" sx={visuallyHidden}>
        {t('frame.waiting', { count: waiting })}
      </Box>
    </Box>
  );
}
