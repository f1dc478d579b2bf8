import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { type ListRestockNoticesApiResponse, useCancelRestockNoticeMutation, useListRestockNoticesQuery } from '@/api/endpoints.gen';
import { productPath } from '@/config/paths';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { SidePart } from './side-parts';

type Notice = ListRestockNoticesApiResponse['results'][number];

/** What the customer is to be told once when it is back. Stands only where they wait for something. */
export function NoticesPart({ leadId }: { leadId: string }) {
  const { t } = useTranslation();
  const { currentData: page } = useListRestockNoticesQuery({ leadId });
  if (!page || page.results.length === 0) return null;
  return (
    <SidePart title={t('waitsFor.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
        {page.results.map((notice) => (
          <NoticeRow key={notice.variant_id} leadId={leadId} notice={notice} />
        ))}
      </Box>
    </SidePart>
  );
}

function NoticeRow({ leadId, notice }: { leadId: string; notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('wish.cancel');
  const { cancel, busy } = useCancelling(leadId);
  const piece = [notice.product, notice.color, notice.size].filter(Boolean).join(', ');
  const since = t('waitsFor.since', { date: format.date(notice.asked_at) });
  const why = notice.reason ? t(`holdReason.${notice.reason}`, { defaultValue: t('holdReason.other') }) : '';
  return (
    <Box component="li" sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: 2 }}>
      <div>
        <Box component={Link} to={productPath(notice.product_id)} sx={{ color: 'inherit', fontWeight: 500 }}>
          {piece}
        </Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{[since, why].filter(Boolean).join('. ')}</Box>
      </div>
      {may && (
        <Button size="small" variant="outlined" sx={{ flexShrink: 0 }} disabled={busy} aria-label={t('waitsFor.cancelOf', { piece })} onClick={() => void cancel(notice.variant_id)}>
          {t('waitsFor.cancel')}
        </Button>
      )}
    </Box>
  );
}

function useCancelling(leadId: string) {
  const dispatch = useAppDispatch();
  const [cancelNotice, { isLoading }] = useCancelRestockNoticeMutation();
  const cancel = async (variantId: string) => {
    const failed = 'error' in (await cancelNotice({ leadId, variantId }));
    dispatch(noticeShown(failed ? { kind: 'failed', textKey: 'waitsFor.cancelFailed' } : { kind: 'done', textKey: 'waitsFor.cancelled' }));
  };
  return { cancel, busy: isLoading };
}
