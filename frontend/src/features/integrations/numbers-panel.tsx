import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAddNumberMutation, useRemoveNumberMutation, useUpdateNumberMutation } from '@/api/endpoints.gen';
import { readProblem, type Problem } from '@/api/problem';
import type { BusinessNumber, Connection } from '@/api/rows';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';

import { NumberForm } from './number-form';
import { numberName } from './number-name';
import { useProblemText } from './use-problem-text';

interface NumbersPanelProps {
  connection: Connection;
  mayChange: boolean;
}

/** The numbers on which customers write: add one, say how it reads, take it off. */
export function NumbersPanel({ connection, mayChange }: NumbersPanelProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [add] = useAddNumberMutation();
  return (
    <Panel title={t('integrations.numbers')} flush>
      {connection.numbers.length === 0 && <Box sx={{ px: 4, pb: 3, color: 'tokens.text2' }}>{t('integrations.noNumbers')}</Box>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {connection.numbers.map((number) => (
          <NumberRow key={number.id} connection={connection} number={number} mayChange={mayChange} />
        ))}
      </Box>
      {mayChange && (
        <Box sx={{ p: 4, borderTop: '1px solid', borderColor: 'tokens.line' }}>
          {adding ? (
            <NumberForm account={connection.numbers[0]?.waba_id ?? ''} onClose={() => setAdding(false)} onSave={(newNumber) => add({ connectionId: connection.id, newNumber })} />
          ) : (
            <Button variant="outlined" onClick={() => setAdding(true)}>
              {t('integrations.addNumber')}
            </Button>
          )}
        </Box>
      )}
    </Panel>
  );
}

function NumberRow({ connection, number, mayChange }: NumbersPanelProps & { number: BusinessNumber }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'editing' | 'removing' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [change] = useUpdateNumberMutation();
  const [remove, { isLoading }] = useRemoveNumberMutation();
  const place = { connectionId: connection.id, numberId: number.id };
  const name = numberName(number);
  const takeOff = async () => {
    const { error } = await remove(place);
    setProblem(error ? readProblem(error) : null);
    setDoing(null);
  };
  return (
    <Box component="li" sx={{ px: 4, py: 3, display: 'grid', gap: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box sx={{ fontWeight: 600 }}>{name}</Box>
          <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('integrations.numberIds', { number: number.phone_number_id, account: number.waba_id })}</Box>
        </Box>
        {mayChange && (
          <Box sx={{ display: 'flex', gap: 2, ml: { xs: -2, sm: 0 } }}>
            <Button aria-label={t('integrations.changeOf', { name })} aria-expanded={doing === 'editing'} onClick={() => setDoing(doing === 'editing' ? null : 'editing')}>
              {t('integrations.change')}
            </Button>
            <Button color="error" aria-label={t('integrations.takeOffOf', { name })} onClick={() => setDoing('removing')}>
              {t('integrations.takeOff')}
            </Button>
          </Box>
        )}
      </Box>
      <ProblemBox text={useProblemText(problem)} />
      {doing === 'editing' && <NumberForm number={number} onClose={() => setDoing(null)} onSave={(changedNumber) => change({ ...place, changedNumber })} />}
      <ConfirmDialog open={doing === 'removing'} title={t('integrations.takeOffTitle', { name })} text={t('integrations.takeOffText')} deed={t('integrations.takeOffOf', { name })} busy={isLoading} onConfirm={() => void takeOff()} onClose={() => setDoing(null)} />
    </Box>
  );
}
