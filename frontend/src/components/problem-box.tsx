import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';

export interface FieldToMend {
  id: string;
  label: string;
}

interface ProblemBoxProps {
  /** What went wrong; nothing is shown while empty. */
  text: string;
  fields?: readonly FieldToMend[];
}

/** What is wrong with a form, above it, with a way to each field to mend. It is spoken when it appears. */
export function ProblemBox({ text, fields = [] }: ProblemBoxProps) {
  return (
    <Box role="alert" sx={{ '&:empty': { display: 'none' } }}>
      {text && (
        <Box sx={{ display: 'flex', gap: 2, p: 3, borderRadius: '8px', bgcolor: 'tokens.dangerSoft', color: 'tokens.danger' }}>
          <ErrorOutlineOutlined aria-hidden fontSize="small" />
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {text}
            {fields.length > 0 && (
              <Box component="ul" sx={{ m: 0, pl: 4 }}>
                {fields.map(({ id, label }) => (
                  <li key={id}>
                    <Link href={`#${id}`} color="inherit" underline="always" onClick={(event) => (event.preventDefault(), document.getElementById(id)?.focus())}>
                      {label}
                    </Link>
                  </li>
                ))}
              </Box>
            )}
          </Box>
        </Box>
      )}
    </Box>
  );
}
