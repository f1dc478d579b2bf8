import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** A value made here that is pasted somewhere else: shown whole, copied by one press. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
    setCopied(done);
    dispatch(noticeShown(done ? { kind: 'done', textKey: 'states.copied', values: { name: label } } : { kind: 'failed', textKey: 'states.notCopied' }));
  };
  const Icon = copied ? CheckOutlined : ContentCopyOutlined;
  return (
    <div>
      <Box id={id} sx={{ fontSize: 12, fontWeight: 500, color: 'tokens.text2', mb: 1 }}>
        {label}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 3, pr: 0.5, minHeight: 40, borderRadius: '8px', border: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.sunken' }}>
        <Box component="code" aria-labelledby={id} sx={{ flex: 1, minWidth: 0, py: 2, fontSize: 13, overflowWrap: 'anywhere', userSelect: 'all' }}>
          {value}
        </Box>
        <IconButton aria-label={t('states.copyOf', { name: label })} onClick={() => void copy()} sx={{ color: 'tokens.primary' }}>
          <Icon fontSize="small" />
        </IconButton>
      </Box>
    </div>
  );
}
