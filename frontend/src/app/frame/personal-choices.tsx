import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import NativeSelect from '@mui/material/NativeSelect';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { useChooseShopMutation, useGetMeQuery, useUpdateMeMutation } from '@/api/endpoints.gen';
import type { Me } from '@/api/rows';
import { languages, nearestLanguage, type LanguageCode } from '@/lib/format/locale';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => Promise<unknown>;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  const choose = (wanted: string) => {
    const option = options.find((known) => known.value === wanted);
    if (option) void onChange(option.value);
  };
  return (
    <FormControl variant="standard" fullWidth>
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <NativeSelect id={id} value={value} onChange={(event) => choose(event.target.value)} sx={{ minHeight: 36, fontSize: { xs: 16, sm: 14 } }}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    </FormControl>
  );
}

/** Keeps a choice on the server, so that it follows the person to their next device. */
function useKeep() {
  const [update] = useUpdateMeMutation();
  const dispatch = useAppDispatch();
  return async (change: { language?: LanguageCode; theme?: Me['user']['theme'] }) => {
    const answer = await update({ mePatch: change });
    if ('error' in answer) dispatch(noticeShown({ kind: 'failed', textKey: 'frame.choiceFailed' }));
  };
}

export function ThemeChoice() {
  const { t } = useTranslation();
  const keep = useKeep();
  const { data: me } = useGetMeQuery();
  const options = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`frame.theme.${value}`) }));
  return <Choice label={t('frame.theme.label')} value={me?.user.theme ?? 'system'} options={options} onChange={(theme) => keep({ theme })} />;
}

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const keep = useKeep();
  const options = languages.map(({ code, name }) => ({ value: code, label: name }));
  return <Choice label={t('frame.language')} value={nearestLanguage(i18n.language)} options={options} onChange={(language) => keep({ language })} />;
}

export function ShopChoice() {
  const { t } = useTranslation();
  const { data: me } = useGetMeQuery();
  const [choose] = useChooseShopMutation();
  const options = (me?.shops ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={t('frame.shop')} value={me?.shop?.id ?? ''} options={options} onChange={(shop) => choose({ chooseShop: { shop } })} />;
}
