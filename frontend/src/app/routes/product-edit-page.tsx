import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { NoRight } from '@/components/no-right';
import { NewProduct, ProductEditor } from '@/features/catalogue/product-editor';
import { useMayNot } from '@/lib/authorization';

/** A product as it is written: a new one, or one that is there. */
export function ProductEditPage() {
  const { t } = useTranslation();
  const { productId } = useParams();
  if (useMayNot('merchandise.write')) return <NoRight title={t('goods.new')} />;
  return productId ? <ProductEditor productId={productId} /> : <NewProduct />;
}
