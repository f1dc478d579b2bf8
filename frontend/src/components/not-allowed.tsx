import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** Something the person may see and not do, and who can. */
export function NotAllowed({ children }: { children: string }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'tokens.text2' }}>
      <LockOutlined aria-hidden sx={{ fontSize: 18 }} />
      <Typography variant="small">{children}</Typography>
    </Box>
  );
}
