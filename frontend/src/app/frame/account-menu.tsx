import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetMeQuery } from '@/api/endpoints.gen';
import { Avatar } from '@/components/avatar';
import { visuallyHidden } from '@/components/visually-hidden';
import { initialsOf } from '@/lib/format/names';

import { useSignOut } from '../session/use-sign-out';
import { LanguageChoice, ShopChoice, ThemeChoice } from './personal-choices';

/** Who is here, and what belongs to the person: theme, language, shop, sign out. */
export function AccountMenu({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useGetMeQuery();
  const signOut = useSignOut();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!me) return null;
  const label = t('frame.account', { name: me.user.name });
  return (
    <>
      <ButtonBase aria-haspopup="dialog" aria-expanded={anchor !== null} aria-label={wide ? undefined : label} onClick={(event) => setAnchor(event.currentTarget)} sx={{ gap: 2, borderRadius: '8px', p: 1, textAlign: 'left' }}>
        <Avatar id={me.user.id} initials={initialsOf(me.user.name)} size={34} />
        {wide && (
          <>
            <Box sx={{ maxWidth: 160 }}>
              <Box sx={{ fontSize: 13, lineHeight: '18px', fontWeight: 600 }}>{me.user.name}</Box>
              <Box sx={{ fontSize: 13, lineHeight: '18px', color: 'tokens.text2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{me.shop?.name}</Box>
            </Box>
            <ExpandMoreOutlined aria-hidden fontSize="small" />
            <Box component="span" sx={visuallyHidden}>
              {t('frame.accountMenu')}
            </Box>
          </>
        )}
      </ButtonBase>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }} slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { width: 280, borderRadius: '12px', border: '1px solid', borderColor: 'tokens.line', boxShadow: '0 8px 24px rgb(0 0 0 / 18%)' } } }}>
        <Box sx={{ p: 4, display: 'grid', gap: 4 }}>
          <Box sx={{ color: 'tokens.text2', fontSize: 13, overflowWrap: 'anywhere' }}>{me.user.email}</Box>
          {me.shops.length > 1 && <ShopChoice />}
          <ThemeChoice />
          <LanguageChoice />
          <Button variant="outlined" onClick={() => void signOut()}>
            {t('frame.signOut')}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
