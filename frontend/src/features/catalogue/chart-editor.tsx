import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChangeSizeChartMutation, useCreateSizeChartMutation, useDeleteSizeChartMutation } from '@/api/endpoints.gen';
import type { Chart } from '@/api/rows';
import { FilterPills } from '@/components/filter-pills';
import { ProblemBox } from '@/components/problem-box';
import { Sheet } from '@/components/sheet';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { bodyMeasures, converted, linesOf, rowsOf, type ChartLine, type Unit } from './chart-draft';
import { Labelled } from './labelled';
import { useProblemWords } from './problem-words';

function useSaveChart(chart: Chart | null) {
  const [create, creating] = useCreateSizeChartMutation();
  const [change, changing] = useChangeSizeChartMutation();
  const [remove, removing] = useDeleteSizeChartMutation();
  const save = async (name: string, rows: ReturnType<typeof rowsOf>) => {
    const chartForm = { name, rows };
    return !('error' in (chart ? await change({ chartId: chart.id, chartForm }) : await create({ chartForm })));
  };
  const erase = async () => chart !== null && !('error' in (await remove({ chartId: chart.id })));
  return { save, erase, busy: creating.isLoading || changing.isLoading || removing.isLoading, error: creating.error ?? changing.error ?? removing.error };
}

/** Sizes by body measures, typed in centimetres or inches. */
export function ChartEditor({ chart, onClose }: { chart: Chart | null; onClose: () => void }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [name, setName] = useState(chart?.name ?? '');
  const [unit, setUnit] = useState<Unit>('cm');
  const [lines, setLines] = useState<ChartLine[]>(() => (chart ? linesOf(chart, 'cm') : [{ size: '', body: {} }]));
  const [measures, setMeasures] = useState<string[]>(() => [...new Set(chart ? chart.rows.flatMap(({ body }) => Object.keys(body)) : ['bust', 'waist', 'hip'])]);
  const { save, erase, busy, error } = useSaveChart(chart);
  const { fields, whole } = useProblemWords();
  const hints = fields(error);
  const change = (place: number, values: Partial<ChartLine>) => setLines(lines.map((old, each) => (each === place ? { ...old, ...values } : old)));
  const done = (textKey: string) => {
    dispatch(noticeShown({ kind: 'done', textKey }));
    onClose();
  };
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (await save(name, rowsOf(lines, unit))) done('goods.chartSaved');
  };
  const use = (next: Unit) => {
    setLines(converted(lines, unit, next));
    setUnit(next);
  };
  const title = chart ? t('goods.edit', { name: chart.name }) : t('goods.newChart');
  return (
    <Sheet label={title} open onClose={onClose}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ p: 4, display: 'grid', gap: 4, overflowY: 'auto' }}>
        <Typography variant="h2" sx={{ pr: 8 }}>
          {title}
        </Typography>
        <ProblemBox text={error ? Object.values(hints).join(' ') || whole(error) : ''} />
        <Labelled name="name" hints={hints} label={t('goods.name')} required value={name} onText={setName} />
        <FilterPills label={t('goods.unit')} value={unit} onChange={use} pills={[{ value: 'cm', label: 'cm' }, { value: 'in', label: 'in' }]} />
        {lines.map((line, place) => (
          <Box key={place} role="group" aria-label={line.size || String(place + 1)} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(96px, 1fr))', alignItems: 'start' }}>
            <Labelled name={`rows.${place}.size`} hints={hints} label={t('product.size')} value={line.size} onText={(size) => change(place, { size })} />
            {measures.map((measure) => (
              <Labelled key={measure} name={`rows.${place}.${measure}`} hints={hints} label={t(`measure.${measure}`, { defaultValue: measure })} value={line.body[measure] ?? ''} onText={(text) => change(place, { body: { ...line.body, [measure]: text } })} />
            ))}
            <Button variant="text" aria-label={t('goods.removeVariant', { name: line.size || place + 1 })} onClick={() => setLines(lines.filter((_, each) => each !== place))}>
              {t('goods.remove')}
            </Button>
          </Box>
        ))}
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={() => setLines([...lines, { size: '', body: {} }])}>
            {t('goods.addSize')}
          </Button>
          <Labelled select size="small" name="measure" hints={{}} label={t('goods.addMeasure')} value="" sx={{ minWidth: 160 }} onText={(measure) => setMeasures([...measures, measure])}>
            {bodyMeasures.filter((measure) => !measures.includes(measure)).map((measure) => (
              <MenuItem key={measure} value={measure}>
                {t(`measure.${measure}`)}
              </MenuItem>
            ))}
          </Labelled>
        </Box>
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          {chart && (
            <Button variant="text" color="error" disabled={busy} onClick={() => void erase().then((isGone) => isGone && done('goods.chartDeleted'))}>
              {t('goods.delete')}
            </Button>
          )}
          <Button type="submit" variant="contained" loading={busy}>
            {t('goods.save')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}
