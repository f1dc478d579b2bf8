import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';

import { useDeleteExampleMutation, useListExamplesQuery } from '@/api/endpoints.gen';
import { Panel } from '@/components/panel';
import { Tag } from '@/components/tag';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** Messages that this shop has read as something else than the model would; nothing while there are none. */
export function ExampleList({ mayTeach }: { mayTeach: boolean }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { data } = useListExamplesQuery();
  const [remove] = useDeleteExampleMutation();
  const removeNow = async (exampleId: string) => {
    if ('error' in (await remove({ exampleId }))) dispatch(noticeShown({ kind: 'failed', textKey: 'assistant.refused' }));
  };
  if (!data || data.results.length === 0) return null;
  return (
    <Panel title={t('assistant.examples')} note={t('assistant.examplesNote')} flush>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.results.map(({ id, text, intent }) => (
          <Box key={id} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 4, py: 2, borderTop: '1px solid', borderColor: 'tokens.line' }}>
            <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>{text}</Box>
            <Tag tone="ours">{t(`intent.${intent}`, { defaultValue: intent })}</Tag>
            {mayTeach && (
              <IconButton aria-label={t('assistant.deleteOf', { title: text })} onClick={() => void removeNow(id)}>
                <DeleteOutlined />
              </IconButton>
            )}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
