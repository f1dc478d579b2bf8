import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DeliveryRules } from '@/api/endpoints.gen';
import { ProblemBox } from '@/components/problem-box';
import { Sheet } from '@/components/sheet';

import { blankOption, blankZone, toZone, withZone, zoneDraft, zoneWrong, type OptionDraft, type Wrong, type ZoneDraft } from './draft';
import { Field } from './field';
import { OptionFields } from './option-fields';
import { useRuleWords, useSaveRules } from './use-rules';
import { useZoneName } from './zone-row';

const mostOptions = 6;

/** A zone, new (`place` is null) or there already: its places and the ways to ship there. */
export function ZoneEditor({ rules, place, onClose }: { rules: DeliveryRules; place: number | null; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useRuleWords(rules.currency);
  const nameOf = useZoneName();
  const zone = place === null ? undefined : rules.zones[place];
  const [draft, setDraft] = useState<ZoneDraft>(() => (zone ? zoneDraft(zone) : blankZone(rules.zones.length === 0 ? rules.country : '')));
  const [wrong, setWrong] = useState<Wrong>({});
  const { save, busy, error } = useSaveRules(rules);
  const change = (values: Partial<ZoneDraft>) => setDraft({ ...draft, ...values });
  const changeOption = (index: number, values: Partial<OptionDraft>) => change({ options: draft.options.map((old, each) => (each === index ? { ...old, ...values } : old)) });
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    const found = zoneWrong(draft);
    setWrong(found);
    if (Object.keys(found).length === 0 && (await save({ zones: withZone(rules.zones, place, toZone(draft)) }, 'delivery.zoneSaved'))) onClose();
  };
  const remove = async () => {
    if (await save({ zones: withZone(rules.zones, place, null) }, 'delivery.zoneRemoved')) onClose();
  };
  const title = zone ? t('delivery.editOf', { name: nameOf(zone, words.country) }) : t('delivery.newZone');
  const field = (part: Exclude<keyof ZoneDraft, 'options'>) => ({ name: part, value: draft[part], wrong, onText: (text: string) => change({ [part]: text }) });
  return (
    <Sheet label={title} open onClose={onClose}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ p: 4, display: 'grid', gap: 4, overflowY: 'auto' }}>
        <Typography variant="h2" sx={{ pr: 8 }}>
          {title}
        </Typography>
        <ProblemBox text={error ? t('delivery.saveFailed') : ''} />
        <Field label={t('delivery.zoneName')} helperText={t('delivery.zoneNameHelp')} {...field('name')} />
        <Field label={t('delivery.countries')} helperText={t('delivery.countriesHelp')} {...field('countries')} />
        <Field label={t('delivery.regions')} helperText={t('delivery.regionsHelp')} {...field('regions')} />
        <Field label={t('delivery.postcodes')} helperText={t('delivery.postcodesHelp')} {...field('postcodes')} />
        <Field label={t('delivery.cities')} {...field('cities')} />
        {draft.options.map((option, index) => (
          <OptionFields key={index} option={option} place={index} wrong={wrong} currency={rules.currency} onChange={(values) => changeOption(index, values)} onRemove={draft.options.length > 1 ? () => change({ options: draft.options.filter((_, each) => each !== index) }) : undefined} />
        ))}
        {draft.options.length < mostOptions && (
          <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => change({ options: [...draft.options, blankOption('express')] })}>
            {t('delivery.addOption')}
          </Button>
        )}
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          {zone && (
            <Button variant="text" color="error" disabled={busy} onClick={() => void remove()}>
              {t('delivery.removeZone')}
            </Button>
          )}
          <Button type="submit" variant="contained" loading={busy}>
            {t('delivery.save')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}
