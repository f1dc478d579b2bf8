import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useStopCouponMutation } from '@/api/endpoints.gen';
import type { Coupon } from '@/api/rows';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Tag, type Tone } from '@/components/tag';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

const tones: Record<Coupon['state'], Tone> = { active: 'fine', planned: 'look', over: 'plain', used_up: 'plain', stopped: 'plain' };

/** One code: what it takes off, its uses, and the way to stop it. */
export function CouponRow({ row }: { row: Coupon }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dispatch = useAppDispatch();
  const [asking, setAsking] = useState(false);
  const [stop, { isLoading }] = useStopCouponMutation();
  const { code } = row;
  const doStop = async () => {
    const answer = await stop({ couponId: row.id });
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'coupons.stopFailed' } : { kind: 'done', textKey: 'coupons.stopped', values: { code } }));
    setAsking(false);
  };
  const facts = [
    row.amount ? t('coupons.off', { amount: format.money(row.amount) }) : t('coupons.percentOff', { percent: row.percent }),
    row.minimum.minor > 0 && t('coupons.from', { amount: format.money(row.minimum) }),
    row.uses === null ? t('coupons.usedOften', { count: row.used }) : t('coupons.usedOf', { used: row.used, uses: row.uses }),
    row.given.minor > 0 && t('coupons.given', { amount: format.money(row.given) }),
    row.is_told && t('coupons.told'),
  ].filter(Boolean);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{code}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{facts.join(', ')}</Box>
      </Box>
      <Tag tone={tones[row.state]}>{t(`coupons.states.${row.state}`)}</Tag>
      {(row.state === 'active' || row.state === 'planned') && (
        <Button color="error" aria-label={t('coupons.stopOf', { code })} onClick={() => setAsking(true)}>
          {t('coupons.stop')}
        </Button>
      )}
      <ConfirmDialog open={asking} title={t('coupons.stopTitle', { code })} text={t('coupons.stopText')} deed={t('coupons.stopOf', { code })} busy={isLoading} onConfirm={() => void doStop()} onClose={() => setAsking(false)} />
    </Box>
  );
}
