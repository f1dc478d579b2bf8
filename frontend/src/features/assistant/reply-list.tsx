import MenuItem from '@mui/material/MenuItem';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useListTextsQuery } from '@/api/endpoints.gen';
import type { ReplyText } from '@/api/rows';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { SearchField } from '@/components/search-field';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useAddressSearch } from '@/lib/use-address-search';

import { ownLanguage } from './draft';
import { replyLanguageName, replyLanguages, sections } from './reply-draft';
import { ReplyEditor } from './reply-editor';
import { ReplyRow } from './reply-row';

/** What the assistant says, heading by heading; what the shop words itself is marked. */
export function ReplyList() {
  const { t, i18n } = useTranslation();
  const mayWord = useMay('knowledge.write');
  const [language, setLanguage] = useAddressFilter('language', replyLanguages, ownLanguage(i18n.language));
  const [section, setSection] = useAddressFilter('section', sections, 'greetings');
  const { typed, setTyped, settled } = useAddressSearch();
  const [edited, setEdited] = useState<ReplyText | null>(null);
  const { currentData, error, isError, refetch } = useListTextsQuery(settled ? { language, q: settled } : { language, section });
  return (
    <>
      {!mayWord && <NotAllowed>{t('assistant.notAllowed')}</NotAllowed>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <TextField select size="small" label={t('assistant.replies.language')} value={language} onChange={(event) => setLanguage(replyLanguages.find((tag) => tag === event.target.value) ?? 'en')} slotProps={{ inputLabel: { shrink: true } }} sx={{ minWidth: 170, flex: { xs: '1 1 100%', sm: '0 0 auto' } }}>
          {replyLanguages.map((tag) => (
            <MenuItem key={tag} value={tag}>
              {replyLanguageName(tag, i18n.language)}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ flex: '1 1 200px' }}>
          <SearchField label={t('assistant.replies.search')} value={typed} onChange={setTyped} />
        </Box>
      </Box>
      {!settled && <FilterPills label={t('assistant.replies.sections')} pills={sections.map((value) => ({ value, label: t(`assistant.replies.section.${value}`) }))} value={section} onChange={setSection} scrollOnPhone />}
      <Panel flush>
        {!currentData ? (
          isError ? (
            <ErrorState title={t('assistant.replies.failed')} error={error} onRetry={() => void refetch()} />
          ) : (
            <SkeletonRows count={6} picture="square" />
          )
        ) : currentData.results.length === 0 ? (
          <EmptyState icon={ForumOutlined} title={t('assistant.replies.nothing')} text={t('assistant.replies.nothingText')} />
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {currentData.results.map((text) => (
              <ReplyRow key={text.key} text={text} mayWord={mayWord} onEdit={() => setEdited(text)} />
            ))}
          </Box>
        )}
      </Panel>
      {edited && <ReplyEditor key={edited.key} text={edited} language={language} onClose={() => setEdited(null)} />}
    </>
  );
}
