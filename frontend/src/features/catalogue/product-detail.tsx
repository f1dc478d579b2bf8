import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetProductQuery } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Product } from '@/api/rows';
import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { Panel } from '@/components/panel';
import { ProductPicture } from '@/components/product-picture';
import { SkeletonRows } from '@/components/skeleton-rows';
import { Tag } from '@/components/tag';
import { paths } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { FeedbackPanels } from './feedback-panels';
import { Price } from './price';
import { ProductDeeds } from './product-deeds';
import { SizeChart } from './size-chart';
import { VariantTable } from './variant-table';

/** One product as the bot knows it: what it may say is here, and nothing else. */
export function ProductDetail({ productId }: { productId: string }) {
  const { t } = useTranslation();
  const { currentData: product, error, isError, refetch } = useGetProductQuery({ productId });
  useNameDetail(product?.name ?? '');
  if (product) return <Content product={product} />;
  if (!isError) return <SkeletonRows count={5} picture="square" />;
  if (readProblem(error).status === 404) return <EmptyState isPage title={t('product.gone')} text={t('product.goneText')} />;
  return <ErrorState isPage title={t('product.failed')} error={error} onRetry={() => void refetch()} />;
}

function Content({ product }: { product: Product }) {
  const { t } = useTranslation();
  const column = { display: 'grid', gap: 'inherit', alignContent: 'start', minWidth: 0 } as const;
  return (
    <PageBody>
      <BackLink to={paths.catalogue}>{t('nav.catalogue')}</BackLink>
      <PageHead title={product.name} line={[product.category, product.collection].filter(Boolean).join(', ')} tags={<Tags product={product} />}>
        <ProductDeeds product={product} />
      </PageHead>
      <Box sx={{ display: 'grid', gap: 'inherit', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '340px minmax(0, 1fr)' } }}>
        <Box sx={column}>
          <Pictures product={product} />
          <Figures product={product} />
          <FeedbackPanels productId={product.id} />
        </Box>
        <Box sx={column}>
          <Words product={product} />
          <VariantTable productId={product.id} variants={product.variants} />
          {product.size_chart.length > 0 && <SizeChart rows={product.size_chart} />}
        </Box>
      </Box>
    </PageBody>
  );
}

function Tags({ product }: { product: Product }) {
  const { t } = useTranslation();
  return (
    <>
      {product.status !== 'active' && <Tag tone="look">{t(`goods.choice.${product.status}`)}</Tag>}
      {product.stock_total === 0 && <Tag tone="failed">{t('product.soldOut')}</Tag>}
    </>
  );
}

function Pictures({ product }: { product: Product }) {
  const { t } = useTranslation();
  if (product.images.length === 0) {
    return (
      <Panel>
        <Box sx={{ color: 'tokens.text2' }}>{t('product.noPictures')}</Box>
      </Panel>
    );
  }
  return (
    <Panel>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        {product.images.map(({ id, color, url, alt }) => (
          <Box component="li" key={id} sx={{ fontSize: 13, color: 'tokens.text2' }}>
            <ProductPicture src={url} alt={alt || t('product.picture', { name: product.name, color })} width={140} height={175} />
            {color}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

function Figures({ product }: { product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    [t('catalogue.price'), <Price key="price" product={product} />],
    [t('catalogue.stock'), format.count(product.stock_total)],
    [t('catalogue.asked'), format.count(product.asked_30d)],
    [t('catalogue.sold'), format.count(product.sold_30d)],
  ] as const;
  return (
    <Panel>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2 }}>
        {rows.map(([term, value]) => (
          <Box key={term} sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
            <Box component="dt" sx={{ color: 'tokens.text2' }}>
              {term}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 600, textAlign: 'right' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

function Words({ product }: { product: Product }) {
  const { t } = useTranslation();
  const facts = [product.material && t('product.material', { material: product.material }), product.fit && t('product.fit', { fit: product.fit })].filter(Boolean);
  return (
    <Panel title={t('product.says')}>
      <Box sx={{ whiteSpace: 'pre-line' }}>{product.description || t('product.noDescription')}</Box>
      {facts.length > 0 && <Box sx={{ mt: 2, color: 'tokens.text2' }}>{facts.join(' ')}</Box>}
    </Panel>
  );
}
