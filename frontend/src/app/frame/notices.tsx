import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Snackbar from '@mui/material/Snackbar';
import { useTranslation } from 'react-i18next';

import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { noticeClosed } from '@/state/notices-slice';

/** Short messages at the foot: what was done, what did not work. */
export function Notices() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const notice = useAppSelector((state) => state.notices[0]);
  if (!notice) return null;
  const Icon = notice.kind === 'done' ? CheckCircleOutlined : ErrorOutlineOutlined;
  const close = () => dispatch(noticeClosed(notice.id));
  return (
    <Snackbar key={notice.id} open autoHideDuration={10_000} onClose={(_event, reason) => reason !== 'clickaway' && close()} anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }} sx={{ mb: { xs: 16, sm: 0 } }}>
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 3, pl: 4, pr: 1, py: 1, borderRadius: '12px', bgcolor: 'tokens.toast', color: 'tokens.onToast', border: '1px solid', borderColor: 'tokens.line' }}>
        <Icon aria-hidden fontSize="small" sx={{ color: 'tokens.toastLink' }} />
        {t(notice.textKey, notice.values)}
        <IconButton aria-label={t('states.close')} onClick={close} sx={{ color: 'inherit' }}>
          <CloseOutlined fontSize="small" />
        </IconButton>
      </Box>
    </Snackbar>
  );
}
