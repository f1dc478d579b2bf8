import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import type { Order } from '@/api/rows';

import { returnable, type ReturnDraft } from './return-draft';
import { WantedSize } from './wanted-size';

interface ReturnPiecesProps {
  order: Order;
  draft: ReturnDraft;
  onChange: (changes: Partial<ReturnDraft>) => void;
}

/** Which pieces come back, how many of each, and in which size they are wanted instead. */
export function ReturnPieces({ order, draft, onChange }: ReturnPiecesProps) {
  const { t } = useTranslation();
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0, display: 'grid', gap: 2 }}>
      <Box component="legend" sx={{ p: 0, mb: 1, fontSize: 13, color: 'tokens.text2' }}>
        {t('newReturn.pieces')}
      </Box>
      {returnable(order).map((line) => (
        <Piece key={line.id} line={line} draft={draft} onChange={onChange} />
      ))}
    </Box>
  );
}

function Piece({ line, draft, onChange }: { line: Order['lines'][number] } & Omit<ReturnPiecesProps, 'order'>) {
  const { t } = useTranslation();
  const count = draft.pieces[line.id] ?? 0;
  const named = [line.name, line.color, line.size].filter(Boolean).join(', ');
  const setCount = (pieces: number) => onChange({ pieces: { ...draft.pieces, [line.id]: pieces } });
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <FormControlLabel sx={{ flex: 1, minWidth: 0, mr: 0, overflowWrap: 'anywhere' }} control={<Checkbox checked={count > 0} onChange={(event) => setCount(event.target.checked ? 1 : 0)} />} label={named} />
        {count > 0 && line.returnable > 1 && (
          <TextField select size="small" label={t('newReturn.count')} value={count} onChange={(event) => setCount(Number(event.target.value))} sx={{ width: 88, flexShrink: 0 }}>
            {Array.from({ length: line.returnable }, (_none, index) => index + 1).map((number) => (
              <MenuItem key={number} value={number}>
                {number}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {count > 0 && draft.wanted === 'exchange' && <WantedSize line={line} value={draft.sizes[line.id] ?? ''} onChange={(size) => onChange({ sizes: { ...draft.sizes, [line.id]: size } })} />}
    </Box>
  );
}
