import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { useGetMeQuery } from '@/api/endpoints.gen';
import { Avatar } from '@/components/avatar';
import { Sheet } from '@/components/sheet';
import { initialsOf } from '@/lib/format/names';

import { SearchButton } from '../search/search-button';
import { useSignOut } from '../session/use-sign-out';
import { useNavigation } from '../use-navigation';
import { CostMeter } from './cost-meter';
import { DemoClock } from './demo-clock';
import { LanguageChoice, ShopChoice, ThemeChoice } from './personal-choices';

interface MoreSheetProps {
  open: boolean;
  onClose: () => void;
}

/** Everything that is not on the phone's bottom bar: areas, shop, cost, theme, language, sign out. */
export function MoreSheet({ open, onClose }: MoreSheetProps) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const areas = useNavigation();
  return (
    <Sheet label={t('nav.more')} open={open} onClose={onClose}>
      <Box sx={{ px: 5, pt: 4, pb: 4, display: 'grid', gap: 3 }}>
        <WhoAndWhere />
        <SearchButton variant="field" />
        <CostMeter month="long" />
        <Box sx={{ justifySelf: 'start' }}>
          <DemoClock />
        </Box>
        <Box component="nav" aria-label={t('frame.moreAreas')}>
          {areas.filter((item) => !item.onBottomBar).map(({ path, icon: Icon, labelKey }) => (
            <ButtonBase key={path} component={Link} to={path} onClick={onClose} sx={{ width: '100%', minHeight: 48, justifyContent: 'flex-start', gap: 4, fontSize: 16, fontWeight: 500, borderRadius: '8px' }}>
              <Icon aria-hidden sx={{ fontSize: 22, color: 'tokens.text2' }} />
              {t(labelKey)}
            </ButtonBase>
          ))}
        </Box>
        <Divider />
        <ThemeChoice />
        <LanguageChoice />
        <Button color="error" onClick={() => void signOut()} sx={{ justifySelf: 'end' }}>
          {t('frame.signOut')}
        </Button>
      </Box>
    </Sheet>
  );
}

function WhoAndWhere() {
  const { t } = useTranslation();
  const { data: me } = useGetMeQuery();
  if (!me) return null;
  return (
    <Box sx={{ display: 'grid', gap: 3, pr: 10 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Avatar id={me.user.id} initials={initialsOf(me.user.name)} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h2">{me.shop?.name}</Typography>
          <Typography variant="small" sx={{ color: 'tokens.text2' }}>
            {t('frame.nameAndRole', { name: me.user.name, role: t(me.is_owner ? 'roles.owner' : `roles.${me.role}`) })}
          </Typography>
        </Box>
      </Box>
      {me.shops.length > 1 && <ShopChoice />}
    </Box>
  );
}
