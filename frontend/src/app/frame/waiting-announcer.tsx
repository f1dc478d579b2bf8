import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetStatusQuery } from '@/api/endpoints.gen';
import { visuallyHidden } from '@/components/visually-hidden';

/** Says once, aloud, that one more person waits. Not on opening the portal, and not again while they wait. */
export function WaitingAnnouncer() {
  const { t } = useTranslation();
  const waiting = useGetStatusQuery().data?.waiting;
  const [known, setKnown] = useState(waiting);
  const [said, setSaid] = useState('');
  if (waiting !== known) {
    setKnown(waiting);
    if (waiting !== undefined && known !== undefined) setSaid(waiting > known ? t('frame.personWaits', { count: waiting }) : '');
  }
  return (
    <Box role="alert" sx={visuallyHidden}>
      {said}
    </Box>
  );
}
