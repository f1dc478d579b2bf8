import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { filled, type Draft } from './draft';

/** The message as it looks on the customer's phone, with sample values. */
export function TemplatePreview({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  return (
    <Box component="section" aria-label={t('templates.preview')} sx={{ bgcolor: 'tokens.sunken', borderRadius: '12px', p: 4 }}>
      <Box sx={{ bgcolor: 'tokens.surface', borderRadius: '4px 12px 12px 12px', p: 3, maxWidth: 320, overflowWrap: 'anywhere' }}>
        {draft.header && <Box sx={{ fontWeight: 600, mb: 1 }}>{draft.header}</Box>}
        <Box sx={{ whiteSpace: 'pre-wrap' }}>{filled(draft)}</Box>
        {draft.footer && <Box sx={{ fontSize: 13, color: 'tokens.text2', mt: 1 }}>{draft.footer}</Box>}
      </Box>
      {draft.buttons.map((button, place) => (
        <Box key={place} sx={{ bgcolor: 'tokens.surface', borderRadius: '12px', p: 2, mt: 1, maxWidth: 320, minHeight: 40, textAlign: 'center', fontWeight: 500, color: 'tokens.onPrimarySoft' }}>
          {button.text}
        </Box>
      ))}
    </Box>
  );
}
