import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { CatalogueImport } from '@/api/rows';
import { Panel } from '@/components/panel';
import { importPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

/** The imports of before. */
export function ImportList({ imports }: { imports: readonly CatalogueImport[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (imports.length === 0) return null;
  return (
    <Panel title={t('import.earlier')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {imports.map(({ id, file_name: name, state, created_at: at }) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
            <Box component={Link} to={importPath(id)} sx={{ color: 'tokens.primary', fontWeight: 600, overflowWrap: 'anywhere' }}>
              {name}
            </Box>
            <span>{t(`import.state.${state}`)}</span>
            <Box component="span" sx={{ color: 'tokens.text3' }}>
              {format.moment(at)}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
