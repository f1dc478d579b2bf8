import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { BrandMark } from '@/components/brand-mark';
import { paths } from '@/config/paths';

import type { NavigationItem } from '../pages';
import { useNavigation } from '../use-navigation';
import { CostMeter, CostRing } from './cost-meter';
import { RailLink } from './rail-link';

const groups: readonly NavigationItem['group'][] = ['main', 'grow', 'setUp'];

/** The way around on wide screens: 208 px with words beside the icons, 88 px with words below them. */
export function Rail({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t('frame.navigation')}
      sx={{
        width: wide ? 208 : 88,
        flexShrink: 0,
        position: 'sticky',
        top: 0,
        height: '100dvh',
        overflowY: 'auto',
        display: 'flex',
        flexDirection: 'column',
        p: wide ? 3 : 2,
        bgcolor: 'tokens.surface',
        borderRight: '1px solid',
        borderColor: 'tokens.line',
      }}
    >
      <Box component={Link} to={paths.dashboard} aria-label="LeadNurtureBot" sx={{ display: 'flex', alignItems: 'center', justifyContent: wide ? 'flex-start' : 'center', gap: 2.5, px: wide ? 1.5 : 0, minHeight: wide ? 36 : 40, mb: wide ? 2 : 4, color: 'tokens.text', textDecoration: 'none', fontWeight: 600 }}>
        <BrandMark size={wide ? 28 : 38} />
        {wide && 'LeadNurtureBot'}
      </Box>
      <Box sx={{ display: 'grid', gap: wide ? 0.5 : 1 }}>
        {groups.map((group) => (
          <RailGroup key={group} group={group} wide={wide} />
        ))}
      </Box>
      <Box sx={{ mt: 'auto', pt: 4 }}>{wide ? <CostMeter /> : <CostRing />}</Box>
    </Box>
  );
}

function RailGroup({ group, wide }: { group: NavigationItem['group']; wide: boolean }) {
  const { t } = useTranslation();
  const items = useNavigation().filter((item) => item.group === group);
  if (items.length === 0) return null;
  return (
    <>
      {group !== 'main' && wide && (
        <Typography variant="small" sx={{ color: 'tokens.text3', px: 2, pt: 3, pb: 1 }}>
          {t(`nav.${group}`)}
        </Typography>
      )}
      {group !== 'main' && !wide && <Box sx={{ borderTop: '1px solid', borderColor: 'tokens.line', mx: 4, my: 2 }} />}
      {items.map((item) => (
        <RailLink key={item.path} item={item} wide={wide} />
      ))}
    </>
  );
}
