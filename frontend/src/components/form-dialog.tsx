import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemBox } from './problem-box';

interface FormDialogProps {
  title: string;
  /** What happens, and what stays. */
  text?: string;
  /** What went wrong, nothing while empty. */
  problem?: string;
  /** The deed, as the button names it. */
  deed: string;
  /** Money moves, or something ends. */
  grave?: boolean;
  busy: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: React.ReactNode;
}

/** A question with fields: what is asked above, the deed and the way out below. Enter does the deed. */
export function FormDialog({ title, text, problem = '', deed, grave = false, busy, disabled = false, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!disabled && !busy) onSubmit();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <DialogTitle id={id} variant="h2" sx={{ pb: 2 }}>
          {title}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          {text && <Box sx={{ color: 'tokens.text2' }}>{text}</Box>}
          {children}
          <ProblemBox text={problem} />
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={onClose}>
            {t('states.leaveIt')}
          </Button>
          <Button type="submit" variant="contained" color={grave ? 'error' : 'primary'} loading={busy} disabled={disabled}>
            {deed}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
