import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';

import { useListSizeChartsQuery } from '@/api/endpoints.gen';
import { Panel } from '@/components/panel';

import { audiences, fits, statuses, type ProductDraft } from './draft';
import { Labelled } from './labelled';
import type { Hints } from './problem-words';

export interface FieldsProps {
  draft: ProductDraft;
  hints: Hints;
  onChange: (draft: ProductDraft) => void;
}

const two = { display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } } as const;

/** What a product is and what the bot may say of it. */
export function ProductFields(props: FieldsProps) {
  const { t } = useTranslation();
  const { draft, hints, onChange } = props;
  const text = (name: 'name' | 'category' | 'collection' | 'material' | 'description') => ({ name, hints, label: t(`goods.${name}`), value: draft[name], onText: (value: string) => onChange({ ...draft, [name]: value }) });
  return (
    <Panel title={t('product.says')}>
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <Labelled {...text('name')} required />
        <Box sx={two}>
          <Labelled {...text('category')} />
          <Choice {...props} name="audience" values={audiences} />
          <Labelled {...text('collection')} />
          <Choice {...props} name="status" values={statuses} />
          <Labelled {...text('material')} />
          <Choice {...props} name="fit" values={fits} none />
        </Box>
        <Labelled {...text('description')} multiline minRows={4} />
        <Labelled name="occasions" hints={hints} label={t('goods.occasions')} helperText={t('goods.occasionsHint')} value={draft.occasions} onText={(occasions) => onChange({ ...draft, occasions })} />
        <ChartChoice {...props} />
        <Details {...props} />
      </Box>
    </Panel>
  );
}

function Choice({ draft, hints, onChange, name, values, none }: FieldsProps & { name: 'audience' | 'status' | 'fit'; values: readonly string[]; none?: boolean }) {
  const { t } = useTranslation();
  const choices = [...new Set([...values, draft[name]])].filter(Boolean);
  return (
    <Labelled select name={name} hints={hints} label={t(`goods.${name}`)} value={draft[name]} onText={(value) => onChange({ ...draft, [name]: value })}>
      {none && <MenuItem value="">{t('goods.none')}</MenuItem>}
      {choices.map((value) => (
        <MenuItem key={value} value={value}>
          {t(`goods.choice.${value}`, { defaultValue: value })}
        </MenuItem>
      ))}
    </Labelled>
  );
}

function ChartChoice({ draft, hints, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { data } = useListSizeChartsQuery();
  return (
    <Labelled select name="size_chart_id" hints={hints} label={t('product.sizeChart')} value={data ? draft.sizeChartId : ''} onText={(sizeChartId) => onChange({ ...draft, sizeChartId })}>
      <MenuItem value="">{t('goods.none')}</MenuItem>
      {data?.results.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </Labelled>
  );
}

function Details({ draft, hints, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const change = (place: number, values: Partial<ProductDraft['details'][number]>) => onChange({ ...draft, details: draft.details.map((old, each) => (each === place ? { ...old, ...values } : old)) });
  const remove = (place: number) => onChange({ ...draft, details: draft.details.filter((_, each) => each !== place) });
  return (
    <>
      {draft.details.map((detail, place) => (
        <Box key={place} sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: '1fr 1fr auto' }}>
          <Labelled name={`detail-${place}`} hints={{ [`detail-${place}`]: hints.details ?? '' }} label={t('goods.detailName')} value={detail.name} onText={(name) => change(place, { name })} />
          <Labelled name={`value-${place}`} hints={hints} label={t('goods.detailValue')} value={detail.value} onText={(value) => change(place, { value })} />
          <Button variant="text" aria-label={t('goods.removeDetail', { name: detail.name || place + 1 })} onClick={() => remove(place)}>
            {t('goods.remove')}
          </Button>
        </Box>
      ))}
      <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => onChange({ ...draft, details: [...draft.details, { name: '', value: '' }] })}>
        {t('goods.addDetail')}
      </Button>
    </>
  );
}
