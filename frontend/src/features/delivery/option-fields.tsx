import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';

import { kinds, type OptionDraft, type Wrong } from './draft';
import { Field } from './field';

interface OptionFieldsProps {
  option: OptionDraft;
  place: number;
  wrong: Wrong;
  currency: string;
  onChange: (values: Partial<OptionDraft>) => void;
  /** Absent for the only one: a zone has at least one way. */
  onRemove?: () => void;
}

/** One way of shipping: its kind, its cost, its days. */
export function OptionFields({ option, place, wrong, currency, onChange, onRemove }: OptionFieldsProps) {
  const { t } = useTranslation();
  const name = option.name || t(`delivery.kinds.${option.kind}`);
  const field = (part: keyof OptionDraft) => ({ name: `options.${place}.${part}`, value: option[part], wrong, onText: (text: string) => onChange({ [part]: text }) });
  return (
    <Box role="group" aria-label={name} sx={{ display: 'grid', gap: 3, p: 3, border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', alignItems: 'start' }}>
      <Field select label={t('delivery.kind')} {...field('kind')} onText={(kind) => onChange({ kind: kind as OptionDraft['kind'] })}>
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`delivery.kinds.${kind}`)}
          </MenuItem>
        ))}
      </Field>
      <Field label={t('delivery.name')} helperText={t('delivery.nameHelp')} {...field('name')} />
      <Field label={t('delivery.flat', { currency })} numeric required {...field('flat')} />
      <Field label={t('delivery.freeFrom', { currency })} helperText={t('delivery.freeFromHelp')} numeric {...field('freeFrom')} />
      <Field label={t('delivery.perItem', { currency })} helperText={t('delivery.perItemHelp')} numeric {...field('perItem')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
        <Field label={t('delivery.daysMin')} numeric {...field('daysMin')} />
        <Field label={t('delivery.daysMax')} numeric {...field('daysMax')} />
      </Box>
      {onRemove && (
        <Button variant="text" aria-label={t('delivery.removeOf', { name })} onClick={onRemove} sx={{ justifySelf: 'start' }}>
          {t('delivery.remove')}
        </Button>
      )}
    </Box>
  );
}
