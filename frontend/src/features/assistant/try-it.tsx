import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useTryAssistantMutation, type Turn } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { Panel } from '@/components/panel';
import { DecisionTrace } from '@/features/inbox/decision-trace';

const MOST_LINES = 12;

/** A chat with the assistant as it is now: nothing is sent, nothing is kept. */
export function TryIt() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [ask, { isLoading, error }] = useTryAssistantMutation();
  const say = async (line: string) => {
    if (!line.trim() || isLoading) return;
    const before = turns.slice(1 - MOST_LINES).map(({ said }) => said);
    const answer = await ask({ newTry: { lines: [...before, line.trim()] } });
    if ('error' in answer) return;
    setTurns(answer.data.turns);
    setText('');
  };
  return (
    <Panel
      title={t('assistant.tryIt')}
      action={
        turns.length > 0 && (
          <Button variant="text" size="small" onClick={() => setTurns([])}>
            {t('assistant.startOver')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('assistant.tryItLine')}</Box>
        <Box role="log" aria-label={t('assistant.tryIt')} sx={{ display: 'grid', gap: 3 }}>
          {turns.map((turn, place) => (
            <TurnPart key={place} turn={turn} isLast={place === turns.length - 1} onTap={(title) => void say(`[${title}]`)} />
          ))}
        </Box>
        {Boolean(error) && <Alert severity="error">{t(`assistant.problem.${readProblem(error).code}`, { defaultValue: t('assistant.problem.other') })}</Alert>}
        <Box
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            void say(text);
          }}
          sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}
        >
          <TextField fullWidth size="small" label={t('assistant.tryText')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 4096 } }} />
          <Button type="submit" variant="contained" loading={isLoading} sx={{ minHeight: 40 }}>
            {t('assistant.ask')}
          </Button>
        </Box>
      </Box>
    </Panel>
  );
}

interface TurnProps {
  turn: Turn;
  isLast: boolean;
  onTap: (title: string) => void;
}

const bubble = { maxWidth: '88%', px: 3, py: 2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

function TurnPart({ turn, isLast, onTap }: TurnProps) {
  const { t } = useTranslation();
  const id = useId();
  const decision = { id, took_ms: null, product_id: null, understood: turn.understood, read_as: turn.read_as, rule: turn.rule, skill: turn.skill, facts: turn.facts };
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Box sx={{ ...bubble, justifySelf: 'end', bgcolor: 'tokens.primarySoft', color: 'tokens.onPrimarySoft', borderRadius: '12px 4px 12px 12px' }}>{turn.said}</Box>
      <Box sx={{ ...bubble, bgcolor: 'tokens.sunken', borderRadius: '4px 12px 12px 12px' }}>{turn.reply || t('assistant.silent')}</Box>
      {isLast && turn.options.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {turn.options.map((title) => (
            <Button key={title} variant="outlined" size="small" onClick={() => onTap(title)}>
              {title}
            </Button>
          ))}
        </Box>
      )}
      {isLast && (
        <Box sx={{ width: '100%' }}>
          <DecisionTrace id={id} decision={decision} />
        </Box>
      )}
    </Box>
  );
}
