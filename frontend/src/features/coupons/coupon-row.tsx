import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useResumeCouponMutation, useStopCouponMutation } from '@/api/endpoints.gen';
import type { Coupon } from '@/api/rows';
import { Tag, type Tone } from '@/components/tag';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

const tones: Record<Coupon['state'], Tone> = { active: 'fine', planned: 'look', over: 'plain', used_up: 'plain', stopped: 'plain' };
const stoppable = new Set<Coupon['state']>(['active', 'planned']);

/** One code: what it takes off, its uses, and the way to stop it and to go on. */
export function CouponRow({ row }: { row: Coupon }) {
  const { t } = useTranslation();
  const may = useMay('coupon.write');
  const { first, second } = useFacts(row);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{row.code}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{first}</Box>
        {second && <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{second}</Box>}
      </Box>
      <Tag tone={tones[row.state]}>{t(`coupons.states.${row.state}`)}</Tag>
      {may && <Deed row={row} />}
    </Box>
  );
}

/** What it does and how often it was used; then whom, when and for what it counts. */
function useFacts(row: Coupon) {
  const { t } = useTranslation();
  const format = useFormat();
  // The last day is over at the moment it ends.
  const lastDay = row.ends_at && new Date(Date.parse(row.ends_at) - 1000).toISOString();
  const first = [
    row.amount ? t('coupons.off', { amount: format.money(row.amount) }) : t('coupons.percentOff', { percent: row.percent }),
    row.minimum.minor > 0 && t('coupons.from', { amount: format.money(row.minimum) }),
    row.uses === null ? t('coupons.usedOften', { count: row.used }) : t('coupons.usedOf', { used: row.used, uses: row.uses }),
    row.given.minor > 0 && t('coupons.given', { amount: format.money(row.given) }),
    row.is_told && t('coupons.told'),
  ];
  const second = [
    row.uses_per_customer !== null && t('coupons.eachCustomer', { count: row.uses_per_customer }),
    row.starts_at && t('coupons.fromDay', { day: format.date(row.starts_at) }),
    lastDay && t('coupons.untilDay', { day: format.date(lastDay) }),
    row.categories.length > 0 && t('coupons.onlyFor', { names: row.categories.map((category) => category).join(', ') }),
  ];
  return { first: first.filter(Boolean).join(', '), second: second.filter(Boolean).join(', ') };
}

function Deed({ row: { id, code, state } }: { row: Coupon }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [stop, stopping] = useStopCouponMutation();
  const [resume, resuming] = useResumeCouponMutation();
  const tell = (isDone: boolean, done: string) => dispatch(noticeShown(isDone ? { kind: 'done', textKey: done, values: { code } } : { kind: 'failed', textKey: 'coupons.changeFailed', values: { code } }));
  if (state === 'stopped') {
    return (
      <Button loading={resuming.isLoading} aria-label={t('coupons.resumeOf', { code })} onClick={() => void resume({ couponId: id }).then((answer) => tell(!answer.error, 'coupons.resumed'))}>
        {t('coupons.resume')}
      </Button>
    );
  }
  if (!stoppable.has(state)) return null;
  return (
    <Button color="error" loading={stopping.isLoading} aria-label={t('coupons.stopOf', { code })} onClick={() => void stop({ couponId: id }).then((answer) => tell(!answer.error, 'coupons.stopped'))}>
      {t('coupons.stop')}
    </Button>
  );
}
