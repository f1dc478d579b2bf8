import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

/** New rows wait behind this pill, so that a list never jumps under a finger. */
export function NewRowsPill({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Box sx={{ position: 'sticky', top: 8, zIndex: 2, display: 'grid', justifyItems: 'center', height: 0 }}>
      <Button variant="contained" size="small" onClick={onShow} sx={{ borderRadius: '999px', boxShadow: '0 8px 24px rgb(0 0 0 / 18%)' }}>
        {t('states.newRows', { count })}
      </Button>
    </Box>
  );
}
