import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';

import { useLayout } from '@/lib/use-layout';

interface SheetProps {
  label: string;
  open: boolean;
  onClose: () => void;
  children: React.ReactNode;
}

/** Slides over the page: from below on a phone, from the right on a tablet. Esc closes it, focus goes back. */
export function Sheet({ label, open, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const phone = useLayout() === 'phone';
  const edge = phone ? { borderRadius: '20px 20px 0 0', maxHeight: '92dvh' } : { width: 480, maxWidth: '100vw' };
  return (
    <Drawer
      anchor={phone ? 'bottom' : 'right'}
      open={open}
      onClose={onClose}
      transitionDuration={200}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-label': label, sx: { ...edge, bgcolor: 'tokens.raised', '--sticky-top': '0px' } } }}
    >
      {phone && <Box aria-hidden sx={{ width: 36, height: 4, borderRadius: 2, bgcolor: 'tokens.edge', opacity: 0.6, mx: 'auto', mt: 2 }} />}
      <IconButton aria-label={t('states.close')} onClick={onClose} sx={{ position: 'absolute', top: 8, right: 8, zIndex: 1 }}>
        <CloseOutlined />
      </IconButton>
      {children}
    </Drawer>
  );
}
