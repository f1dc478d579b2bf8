import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';

/** What is wrong, above the fields, with a way to the field to mend. */
export function FormProblem({ text, fieldId }: { text: string; fieldId: string }) {
  const { t } = useTranslation();
  return (
    <Box role="alert" sx={{ '&:empty': { display: 'none' } }}>
      {text && (
        <Box sx={{ display: 'flex', gap: 2, p: 3, borderRadius: '8px', bgcolor: 'tokens.dangerSoft', color: 'tokens.danger' }}>
          <ErrorOutlineOutlined aria-hidden fontSize="small" />
          <div>
            {text}{' '}
            <Link href={`#${fieldId}`} color="inherit" underline="always" onClick={(event) => (event.preventDefault(), document.getElementById(fieldId)?.focus())}>
              {t('signIn.mend')}
            </Link>
          </div>
        </Box>
      )}
    </Box>
  );
}
