import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { prepare, sendCode, signIn, type SignInAnswer } from './allauth-client';
import { useFailureText } from './failure-text';
import { FormProblem } from './form-problem';

/** The label stays above the field, also while it is empty. */
const labelAbove = { inputLabel: { shrink: true } };

interface StepProps {
  onAnswer: (answer: SignInAnswer) => void;
}

/** Email and password, then the code of the second step if the person has one. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [codeWanted, setCodeWanted] = useState(false);
  useEffect(() => void prepare(), []);
  const onAnswer = (answer: SignInAnswer) => {
    if (answer.kind === 'signedIn') onSignedIn();
    if (answer.kind === 'codeWanted') setCodeWanted(true);
  };
  return codeWanted ? <CodeStep onAnswer={onAnswer} /> : <PasswordStep onAnswer={onAnswer} />;
}

/** Runs one step: busy while it goes, then what is wrong, if anything. */
function useStep(onAnswer: StepProps['onAnswer']) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInAnswer | null>(null);
  const run = async (step: () => Promise<SignInAnswer>) => {
    setBusy(true);
    const answer = await step();
    setBusy(false);
    setFailure(answer);
    onAnswer(answer);
  };
  return { busy, run, problem: useFailureText(failure) };
}

function PasswordStep({ onAnswer }: StepProps) {
  const { t } = useTranslation();
  const { busy, run, problem } = useStep(onAnswer);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    void run(() => signIn(email.trim(), password));
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 4 }}>
      <FormProblem text={problem} fieldId="email" />
      <TextField id="email" type="email" name="email" label={t('signIn.email')} autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} error={Boolean(problem)} slotProps={labelAbove} />
      <TextField id="password" type="password" name="password" label={t('signIn.password')} autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} error={Boolean(problem)} slotProps={labelAbove} />
      <Button type="submit" variant="contained" loading={busy}>
        {t('signIn.signIn')}
      </Button>
    </Box>
  );
}

function CodeStep({ onAnswer }: StepProps) {
  const { t } = useTranslation();
  const { busy, run, problem } = useStep(onAnswer);
  const [code, setCode] = useState('');
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    void run(() => sendCode(code.replaceAll(/\s/g, '')));
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 4 }}>
      <FormProblem text={problem} fieldId="code" />
      <TextField id="code" name="code" label={t('signIn.code')} helperText={t('signIn.codeHint')} autoComplete="one-time-code" autoFocus required value={code} onChange={(event) => setCode(event.target.value)} error={Boolean(problem)} slotProps={{ ...labelAbove, htmlInput: { inputMode: 'text', autoCapitalize: 'none' } }} />
      <Button type="submit" variant="contained" loading={busy}>
        {t('signIn.signIn')}
      </Button>
    </Box>
  );
}
