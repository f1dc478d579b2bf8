import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetTicketFiguresQuery } from '@/api/endpoints.gen';
import { waitText } from '@/lib/format/waits';
import { useFormat } from '@/lib/use-format';

/** How often something goes wrong, and how quickly it is put right: one line, over the last thirty days. */
export function TicketFigures() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: found } = useGetTicketFiguresQuery({ range: '30d' });
  if (typeof found?.rate !== 'number') return null;
  const took = (seconds: number | null) => (seconds === null ? t('tickets.notYet') : waitText(t, seconds * 1000));
  const figures = [
    [t('tickets.rate'), t('tickets.rateOf', { share: format.share(found.rate), count: found.orders_with_ticket, orders: format.count(found.orders) })],
    [t('tickets.firstAnswer'), took(found.first_answer_seconds)],
    [t('tickets.solution'), took(found.solution_seconds)],
  ] as const;
  return (
    <Box component="dl" aria-label={t('tickets.figures')} sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 1 }}>
      {figures.map(([term, value]) => (
        <Box key={term} sx={{ display: 'flex', gap: 1.5, fontSize: 13 }}>
          <Box component="dt" sx={{ color: 'tokens.text2' }}>
            {term}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
