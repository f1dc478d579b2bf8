import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { useSetProductStatusMutation } from '@/api/endpoints.gen';
import type { Product } from '@/api/rows';
import { productEditPath } from '@/config/paths';
import { useMay } from '@/lib/authorization';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** What can be done with a product: change it, stop selling it, sell it again. */
export function ProductDeeds({ product }: { product: Product }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [set, { isLoading }] = useSetProductStatusMutation();
  if (!useMay('merchandise.write')) return null;
  const put = async (status: 'active' | 'hidden' | 'archived') => {
    const answer = await set({ productId: product.id, productStatus: { status } });
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'goods.notSaved' } : { kind: 'done', textKey: `goods.became.${status}` }));
  };
  return (
    <>
      <Button variant="contained" component={Link} to={productEditPath(product.id)}>
        {t('goods.change')}
      </Button>
      {product.status === 'active' ? (
        <Button variant="outlined" disabled={isLoading} onClick={() => void put('hidden')}>
          {t('goods.hide')}
        </Button>
      ) : (
        <Button variant="outlined" disabled={isLoading} onClick={() => void put('active')}>
          {t('goods.sell')}
        </Button>
      )}
      {product.status !== 'archived' && (
        <Button variant="text" disabled={isLoading} onClick={() => void put('archived')}>
          {t('goods.archive')}
        </Button>
      )}
    </>
  );
}
