import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { ProductsPreview } from '@/api/rows';
import { ProductPicture } from '@/components/product-picture';

/** The bubble that will stand in the chat, and what opens behind its button. */
export function PickerMessage({ preview, way }: { preview: ProductsPreview; way: 'link' | 'list' }) {
  const { t } = useTranslation();
  const opening = preview.text.split('\n')[0] ?? '';
  return (
    <Box component="section" aria-label={t('picker.preview')} sx={{ border: '1px solid', borderColor: 'tokens.line', borderRadius: '14px 14px 4px 14px', bgcolor: 'tokens.plumSoft', overflow: 'clip' }}>
      <Box sx={{ px: 3.5, pt: 2.5, pb: 1, overflowWrap: 'anywhere' }}>{opening}</Box>
      <Box component="ol" sx={{ m: 0, px: 3.5, pb: 2.5, listStyle: 'none', display: 'grid', gap: 2 }}>
        {preview.items.map(({ name, price, was, image_url: image, in_stock: isHere }) => (
          <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
            <ProductPicture src={image || null} width={36} height={44} />
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <b>{name}</b>
              {!isHere && <Box sx={{ fontSize: 13, color: 'tokens.warning' }}>{t('picker.soldOut')}</Box>}
            </Box>
            <Box sx={{ whiteSpace: 'nowrap' }}>
              {price} {was && <s>{was}</s>}
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ borderTop: '1px solid', borderColor: 'tokens.line', p: 2, textAlign: 'center', fontWeight: 600, color: 'tokens.plum' }}>{way === 'link' ? preview.button : t('picker.listButton')}</Box>
    </Box>
  );
}
