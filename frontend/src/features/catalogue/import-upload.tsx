import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useUploadCatalogueMutation } from '@/api/endpoints.gen';
import type { CatalogueFile } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';

import { useProblemWords } from './problem-words';

interface ImportUploadProps {
  /** An import is at work: another one has to wait. */
  isBusy: boolean;
  onRead: (importId: string) => void;
}

/** A file to be looked at; nothing changes by it. */
export function ImportUpload({ isBusy, onRead }: ImportUploadProps) {
  const { t } = useTranslation();
  const { fields, whole } = useProblemWords();
  const [upload, { isLoading, error }] = useUploadCatalogueMutation();
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file);
    const answer = await upload({ catalogueFile: body as unknown as CatalogueFile });
    if (answer.data) onRead(answer.data.id);
  };
  return (
    <Panel title={t('import.file')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ color: 'tokens.text2', maxWidth: 640 }}>{t('import.about')}</Box>
        <ProblemBox text={error ? Object.values(fields(error)).join(' ') || whole(error) : ''} />
        <input ref={input} type="file" accept=".csv,text/csv" hidden aria-label={t('import.choose')} onChange={(event) => (void send(event.target.files?.[0]), (event.target.value = ''))} />
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          <Button variant="contained" loading={isLoading} disabled={isBusy} onClick={() => input.current?.click()}>
            {t('import.choose')}
          </Button>
          <Button variant="outlined" component="a" href="/api/v1/catalogue/export" download>
            {t('import.export')}
          </Button>
        </Box>
      </Box>
    </Panel>
  );
}
