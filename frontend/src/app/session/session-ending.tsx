import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetMeQuery } from '@/api/endpoints.gen';
import { secondsSinceAnswer } from '@/api/last-answer';

import { useSignOut } from './use-sign-out';

const WARN_BEFORE = 120;
/** The server moves a session's end once a minute at most, so it may be over so much earlier. */
const SLACK = 60;
const LOOK_EVERY_MS = 5000;

/** Warns two minutes before the session ends for want of use; one press and it goes on, nothing typed is lost. */
export function SessionEnding() {
  const { t } = useTranslation();
  const id = useId();
  const me = useGetMeQuery();
  const signOut = useSignOut();
  const [idle, look] = useIdleSeconds();
  const lasts = (me.data?.session_seconds ?? Infinity) - SLACK;
  const isOver = idle >= lasts + SLACK;
  const { refetch } = me;
  useEffect(() => {
    // Whether it is over the server says; then the page asks to sign in.
    if (isOver) void refetch();
  }, [isOver, refetch]);
  return (
    <Dialog open={idle >= lasts - WARN_BEFORE} aria-labelledby={id} role="alertdialog" maxWidth="xs" fullWidth>
      <DialogTitle id={id} variant="h2" sx={{ pb: 2 }}>
        {t('session.ending')}
      </DialogTitle>
      <DialogContent sx={{ color: 'tokens.text2' }}>{t('session.endingText')}</DialogContent>
      <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={() => void signOut()}>
          {t('frame.signOut')}
        </Button>
        <Button variant="contained" autoFocus loading={me.isFetching} onClick={() => void refetch().then(look)}>
          {t('session.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** How long the server was asked nothing, and a way to look anew: at once when somebody comes back to the tab. */
function useIdleSeconds(): [number, () => void] {
  const [seconds, setSeconds] = useState(0);
  const look = useCallback(() => setSeconds(secondsSinceAnswer()), []);
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);
  return [seconds, look];
}
