import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { Sheet } from '@/components/sheet';
import { paths } from '@/config/paths';
import { ProductDetail } from '@/features/catalogue/product-detail';
import { useLayout } from '@/lib/use-layout';

import { CataloguePage } from './catalogue-page';

/** One product: a page of its own, on a tablet a sheet over the list. */
export function ProductPage() {
  const { t } = useTranslation();
  const { productId = '' } = useParams();
  const navigate = useNavigate();
  if (useLayout() !== 'tablet') return <ProductDetail productId={productId} />;
  return (
    <>
      <CataloguePage />
      <Sheet label={t('catalogue.product')} open onClose={() => void navigate(paths.catalogue)}>
        <ProductDetail productId={productId} />
      </Sheet>
    </>
  );
}
