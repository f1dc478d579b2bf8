import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useAdvanceClockMutation, useGetMeQuery } from '@/api/endpoints.gen';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

const STEP_SECONDS = 2 * 60 * 60;

/** The demo's own time, and a step forward. Stands nowhere outside demo mode. */
export function DemoClock() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useGetMeQuery();
  const mayMove = useMay('demo.moveClock');
  const dispatch = useAppDispatch();
  const [advance, { isLoading }] = useAdvanceClockMutation();
  if (!me?.demo) return null;
  const move = async () => {
    const answer = await advance({ advanceClock: { advance_seconds: STEP_SECONDS } });
    if ('error' in answer) dispatch(noticeShown({ kind: 'failed', textKey: 'frame.clockFailed' }));
    else dispatch(noticeShown({ kind: 'done', textKey: 'frame.clockMoved' }));
  };
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, pl: 2, minHeight: 28, border: '1px solid', borderColor: 'tokens.line', borderRadius: '6px', bgcolor: 'tokens.sunken', fontSize: 13, fontWeight: 500, color: 'tokens.text2', whiteSpace: 'nowrap' }}>
      <ScheduleOutlined aria-hidden sx={{ fontSize: 16 }} />
      {t('frame.demoClock', { time: format.clock(format.now) })}
      {mayMove ? (
        <Button size="small" disabled={isLoading} onClick={() => void move()} aria-label={t('frame.moveClock')} sx={{ minWidth: 0, px: 1.5, minHeight: '26px' }}>
          {t('frame.plusTwoHours')}
        </Button>
      ) : (
        <Box component="span" sx={{ pr: 1 }} />
      )}
    </Box>
  );
}
