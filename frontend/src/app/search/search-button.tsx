import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { SearchDialog } from './search-dialog';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Opens the search: by press, by Ctrl K, or by "/" while nothing is being written. */
export function SearchButton({ variant }: { variant: 'field' | 'icon' }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shortcut = (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isTyping(event.target));
      if (!shortcut) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      {variant === 'icon' ? (
        <IconButton aria-label={t('search.open')} onClick={() => setOpen(true)}>
          <SearchOutlined />
        </IconButton>
      ) : (
        <ButtonBase aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)} sx={{ width: '100%', maxWidth: { sm: 320 }, height: { xs: 44, sm: 36 }, px: 3, gap: 2, justifyContent: 'flex-start', border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px', bgcolor: 'tokens.sunken', color: 'tokens.text2', overflow: 'hidden' }}>
          <SearchOutlined aria-hidden fontSize="small" />
          <Box component="span" sx={{ flex: 1, textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {t('search.placeholder')}
          </Box>
          <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontSize: 12, px: 1.5, border: '1px solid', borderColor: 'tokens.line', borderRadius: '6px', bgcolor: 'tokens.surface', display: { xs: 'none', md: 'block' } }}>
            Ctrl K
          </Box>
        </ButtonBase>
      )}
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
