import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What happens, and what stays. */
  text: string;
  /** The deed, as the button names it. */
  deed: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what stops something or cannot be undone. The button names the deed. */
export function ConfirmDialog({ open, title, text, deed, busy, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id} variant="h2" sx={{ pb: 2 }}>
        {title}
      </DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'tokens.text2' }}>{text}</Typography>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={onClose}>
          {t('states.leaveIt')}
        </Button>
        <Button variant="contained" color="error" loading={busy} onClick={onConfirm}>
          {deed}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
