import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';

import { assistantTabs, type AssistantTab } from './tabs';

interface AssistantTabsProps {
  tab: AssistantTab;
  /** How many questions wait for an answer. */
  waiting: number | undefined;
  onChange: (tab: AssistantTab) => void;
}

/** What it knows, and what it could not answer with how much of it waits. */
export function AssistantTabs({ tab, waiting, onChange }: AssistantTabsProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ borderBottom: '1px solid', borderColor: 'tokens.line' }}>
      <Tabs value={tab} onChange={(_event, next: AssistantTab) => onChange(next)} aria-label={t('assistant.tabs')} variant="scrollable" sx={{ minHeight: 44 }}>
        {assistantTabs.map((value) => (
          <Tab
            key={value}
            value={value}
            disableRipple
            label={
              <span>
                {t(`assistant.tab.${value}`)}
                {value === 'unanswered' && Boolean(waiting) && (
                  <Box component="span" sx={{ ml: 1.5, fontSize: 13, color: 'tokens.text3', fontWeight: 400 }}>
                    {waiting}
                  </Box>
                )}
              </span>
            }
            sx={{ minHeight: 44, minWidth: 0, px: 0, mr: 6, textTransform: 'none', fontWeight: 500, '&.Mui-selected': { fontWeight: 600 } }}
          />
        ))}
      </Tabs>
    </Box>
  );
}
