import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { useChangeProductMutation, useCreateProductMutation, useGetProductQuery } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Product } from '@/api/rows';
import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { ProblemBox } from '@/components/problem-box';
import { SkeletonRows } from '@/components/skeleton-rows';
import { paths, productPath } from '@/config/paths';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { draftOf, emptyDraft, formOf, type ProductDraft } from './draft';
import { PictureFields } from './picture-fields';
import { useProblemWords } from './problem-words';
import { ProductFields } from './product-fields';
import { VariantFields } from './variant-fields';

/** Writes a new product; its pictures come once it is there. */
export function NewProduct() {
  return <Editor product={null} />;
}

/** Changes a product that is there. */
export function ProductEditor({ productId }: { productId: string }) {
  const { t } = useTranslation();
  const { currentData: product, error, isError, refetch } = useGetProductQuery({ productId });
  if (product) return <Editor key={productId} product={product} />;
  if (!isError) return <SkeletonRows count={6} picture="square" />;
  if (readProblem(error).status === 404) return <EmptyState isPage title={t('product.gone')} text={t('product.goneText')} />;
  return <ErrorState isPage title={t('product.failed')} error={error} onRetry={() => void refetch()} />;
}

function useSave(seen: Product | null) {
  const [create, creating] = useCreateProductMutation();
  const [change, changing] = useChangeProductMutation();
  const save = async (draft: ProductDraft) => {
    const form = formOf(draft);
    const answer = seen ? await change({ productId: seen.id, productChange: { ...form, version: seen.version } }) : await create({ productForm: form });
    return 'data' in answer ? answer.data : undefined;
  };
  return { save, busy: creating.isLoading || changing.isLoading, error: seen ? changing.error : creating.error };
}

function Editor({ product }: { product: Product | null }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const navigate = useNavigate();
  // What was read when editing began: a newer version must not slip under what is typed here.
  const [seen, setSeen] = useState(product);
  const [draft, setDraft] = useState(() => (product ? draftOf(product) : emptyDraft()));
  const { save, busy, error } = useSave(seen);
  const { fields, whole } = useProblemWords();
  const hints = fields(error);
  const title = product ? t('goods.edit', { name: product.name }) : t('goods.new');
  useNameDetail(title);
  const isStale = readProblem(error).code.endsWith('_changed');
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    const saved = await save(draft);
    if (!saved) return;
    dispatch(noticeShown({ kind: 'done', textKey: 'goods.saved' }));
    void navigate(productPath(saved.id));
  };
  const startAgain = () => {
    setSeen(product);
    if (product) setDraft(draftOf(product));
  };
  return (
    <PageBody>
      <BackLink to={product ? productPath(product.id) : paths.catalogue}>{t('nav.catalogue')}</BackLink>
      <PageHead title={title} />
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 'inherit' }}>
        <ProblemBox text={error ? whole(error) : ''} fields={Object.entries(hints).map(([field, text]) => ({ id: `field-${field}`, label: `${labelOf(field, draft)}${text}` }))} />
        {isStale && product && (
          <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={startAgain}>
            {t('goods.startAgain')}
          </Button>
        )}
        <ProductFields draft={draft} hints={hints} onChange={setDraft} />
        <VariantFields draft={draft} hints={hints} onChange={setDraft} />
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button variant="text" component={Link} to={product ? productPath(product.id) : paths.catalogue}>
            {t('goods.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('goods.save')}
          </Button>
        </Box>
      </Box>
      {product && <PictureFields product={product} onVersion={setSeen} />}
    </PageBody>
  );
}

/** Which variant a problem is about, before the words. */
function labelOf(field: string, draft: ProductDraft): string {
  const place = /^variants\.(\d+)\./.exec(field)?.[1];
  const variant = place === undefined ? undefined : draft.variants[Number(place)];
  const named = variant ? [variant.color, variant.size].filter(Boolean).join(' ') || variant.sku : '';
  return named ? `${named}: ` : '';
}
