import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import RefreshOutlined from '@mui/icons-material/RefreshOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import { readProblem } from '@/api/problem';
import { useFormat } from '@/lib/use-format';

interface ErrorStateProps {
  /** What failed, as a sentence: "Orders did not load". */
  title: string;
  error: unknown;
  onRetry: () => void;
  /** Whether it stands for the whole page, so that its title is the page's h1. */
  isPage?: boolean;
}

/** What failed, what is safe, try again, and a reference without personal data. */
export function ErrorState({ title, error, onRetry, isPage }: ErrorStateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const problem = readProblem(error);
  const time = format.clock(format.now);
  const details = [problem.traceId || problem.code, time, window.location.pathname].filter(Boolean).join(', ');
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 3, p: 6 }}>
      <ErrorOutlineOutlined aria-hidden sx={{ color: 'tokens.danger', fontSize: 24 }} />
      <Box>
        <Typography variant="h2" component={isPage ? 'h1' : 'h2'}>
          {title}
        </Typography>
        <Typography sx={{ color: 'tokens.text2', mt: 1 }}>{t(problem.status === 0 ? 'states.noAnswer' : 'states.refused')}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
          <Button variant="contained" startIcon={<RefreshOutlined />} onClick={onRetry}>
            {t('states.tryAgain')}
          </Button>
          <Button onClick={() => void navigator.clipboard.writeText(details)}>{t('states.copyDetails')}</Button>
        </Box>
        <Typography variant="small" sx={{ color: 'tokens.text3', mt: 3 }}>
          {problem.traceId ? t('states.reference', { reference: problem.traceId, time }) : time}
        </Typography>
      </Box>
    </Box>
  );
}
