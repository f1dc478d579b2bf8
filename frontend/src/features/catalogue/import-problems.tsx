import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { CatalogueImport } from '@/api/rows';
import { Panel } from '@/components/panel';
import { Table } from '@/components/table';
import { useFormat } from '@/lib/use-format';

import { useImportWords } from './import-words';

interface ImportProblemsProps {
  count: number;
  problems: CatalogueImport['problems'];
}

/** Rows of the file that are left out, as a spreadsheet counts them. */
export function ImportProblems({ count, problems }: ImportProblemsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useImportWords();
  return (
    <Panel flush title={t('import.problems')} note={problems.length < count ? t('import.firstOf', { shown: format.count(problems.length), count: format.count(count) }) : format.count(count)}>
      <Box tabIndex={0} sx={{ maxHeight: 360, overflow: 'auto', '--sticky-top': '0px' }}>
        <Table caption={t('import.problems')}>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, place) => (
              <tr key={`${problem.row}-${problem.column}-${place}`}>
                <td>{problem.row}</td>
                <td>{problem.column}</td>
                <Box component="td" sx={{ overflowWrap: 'anywhere' }}>
                  {words(problem, problem.message)}
                </Box>
              </tr>
            ))}
          </tbody>
        </Table>
      </Box>
    </Panel>
  );
}
