import LocalOfferOutlined from '@mui/icons-material/LocalOfferOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useListCouponsQuery } from '@/api/endpoints.gen';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';

import { CouponRow } from './coupon-row';
import { NewCoupon } from './new-coupon';

/** The shop's codes: what each takes off, how often it was used, and an end to it. */
export function Coupons() {
  const { t } = useTranslation();
  const may = useMay('coupon.write');
  const { data, error, isError, refetch } = useListCouponsQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Panel title={t('coupons.title')} flush>
      <Box sx={{ px: 4, pb: 4, color: 'tokens.text2' }}>{t('coupons.line')}</Box>
      {!data && (isError ? <ErrorState title={t('coupons.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} picture="square" />)}
      {data?.results.length === 0 && <EmptyState icon={LocalOfferOutlined} title={t('coupons.empty')} text={t('coupons.emptyText')} />}
      {data && data.results.length > 0 && (
        <Box component="ul" aria-label={t('coupons.title')} sx={{ m: 0, p: 0, listStyle: 'none', borderTop: '1px solid', borderColor: 'tokens.line' }}>
          {data.results.map((row) => (
            <CouponRow key={row.id} row={row} />
          ))}
        </Box>
      )}
      {may && (
        <Box sx={{ p: 4, borderTop: '1px solid', borderColor: 'tokens.line' }}>
          <NewCoupon categories={data?.categories ?? []} />
        </Box>
      )}
    </Panel>
  );
}
