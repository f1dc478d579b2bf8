import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';

interface StatCardProps {
  label: string;
  figure: string;
  /** One line that gives the figure its sense. */
  sense: React.ReactNode;
  trend?: React.ReactNode;
  to: string;
}

/** One figure. The whole card is the link to the rows it counts. */
export function StatCard({ label, figure, sense, trend, to }: StatCardProps) {
  return (
    <ButtonBase
      component={Link}
      to={to}
      sx={{ display: 'block', textAlign: 'left', p: { xs: 3.5, sm: 4 }, minWidth: 0, bgcolor: 'tokens.surface', border: '1px solid', borderColor: 'tokens.line', borderRadius: '12px', '&:hover': { borderColor: 'tokens.edge' } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', color: 'tokens.text2', fontSize: 13 }}>
        {label}
        <ChevronRightOutlined aria-hidden fontSize="small" />
      </Box>
      {/* A long figure leaves no room for the trend, which then wraps out of sight. */}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: 2, height: 'calc(34px * var(--leading, 1))', overflow: 'hidden' }}>
        <Typography variant="figure" component="span" sx={{ whiteSpace: 'nowrap' }}>
          {figure}
        </Typography>
        <Box sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center', height: 34 }}>{trend}</Box>
      </Box>
      <Typography variant="small" component="span" sx={{ display: 'block', color: 'tokens.text2', mt: 0.5 }}>
        {sense}
      </Typography>
    </ButtonBase>
  );
}
