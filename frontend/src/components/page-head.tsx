import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

import { PageTitle } from './page-title';

interface PageHeadProps {
  title: string;
  /** What the browser tab says, when it is not the title. */
  tabTitle?: string;
  line?: React.ReactNode;
  tags?: React.ReactNode;
  children?: React.ReactNode;
}

/** The top of a page: its h1, one line that gives the state, and what can be done at the right. */
export function PageHead({ title, tabTitle, line, tags, children }: PageHeadProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start', justifyContent: 'space-between' }}>
      <PageTitle>{tabTitle ?? title}</PageTitle>
      <Box sx={{ minWidth: 0, flex: '1 1 280px' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2 }}>
          <Typography variant="h1">{title}</Typography>
          {tags}
        </Box>
        {line && <Typography sx={{ color: 'tokens.text2', mt: '2px', '&::first-letter': { textTransform: 'uppercase' } }}>{line}</Typography>}
      </Box>
      {children && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, minWidth: 0, maxWidth: '100%', '& > *': { minWidth: 0 } }}>{children}</Box>}
    </Box>
  );
}
