import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { useSearch, type Hit } from './use-search';

/** One field over pages, conversations, orders and products; arrows move, Enter opens. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { hits, busy } = useSearch(typed);
  const current = Math.min(chosen, hits.length - 1);
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.to);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setChosen((current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') open(hits[current]);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth={false} aria-label={t('search.open')} slotProps={{ paper: { sx: { maxWidth: 560, alignSelf: 'flex-start', mt: { xs: 2, sm: 12 } } } }}>
      <OutlinedInput
        autoFocus
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={t('search.placeholder')}
        inputProps={{ role: 'combobox', 'aria-label': t('search.placeholder'), 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': hits[current] ? `${listId}-${current}` : undefined }}
        sx={{ m: 3 }}
      />
      <Box id={listId} role="listbox" aria-label={t('search.results')} sx={{ maxHeight: 420, overflowY: 'auto', pb: 2 }}>
        {hits.map((hit, index) => (
          <HitRow key={`${hit.group} ${hit.id}`} id={`${listId}-${index}`} hit={hit} chosen={index === current} onOpen={() => open(hit)} />
        ))}
      </Box>
      <Typography role="status" variant="small" sx={{ px: 4, pb: 3, color: 'tokens.text2' }}>
        {hits.length === 0 && !busy ? t('search.nothing', { words: typed }) : ''}
      </Typography>
    </Dialog>
  );
}

interface HitRowProps {
  id: string;
  hit: Hit;
  chosen: boolean;
  onOpen: () => void;
}

function HitRow({ id, hit, chosen, onOpen }: HitRowProps) {
  const { t } = useTranslation();
  return (
    <Box id={id} role="option" aria-selected={chosen} onClick={onOpen} sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 48, px: 4, cursor: 'pointer', bgcolor: chosen ? 'tokens.primarySoft' : undefined, '&:hover': { bgcolor: 'tokens.primarySoft' } }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>{hit.title}</Box>
        {hit.line && <Box sx={{ fontSize: 13, color: 'tokens.text2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{hit.line}</Box>}
      </Box>
      <Typography variant="caption" sx={{ color: 'tokens.text3' }}>
        {t(`search.group.${hit.group}`)}
      </Typography>
    </Box>
  );
}
