import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';

/** Meanings, not colours: what each tone says is fixed for the whole portal. */
export type Tone = 'ours' | 'coral' | 'fine' | 'look' | 'failed' | 'person' | 'plain';

const tones: Record<Tone, { color: string; bgcolor: string; borderColor: string }> = {
  ours: { color: 'tokens.onPrimarySoft', bgcolor: 'tokens.primarySoft', borderColor: 'transparent' },
  coral: { color: 'tokens.coral', bgcolor: 'tokens.coralSoft', borderColor: 'transparent' },
  fine: { color: 'tokens.success', bgcolor: 'tokens.successSoft', borderColor: 'transparent' },
  look: { color: 'tokens.warning', bgcolor: 'tokens.warningSoft', borderColor: 'transparent' },
  failed: { color: 'tokens.danger', bgcolor: 'tokens.dangerSoft', borderColor: 'transparent' },
  person: { color: 'tokens.plum', bgcolor: 'tokens.plumSoft', borderColor: 'transparent' },
  plain: { color: 'tokens.text2', bgcolor: 'tokens.sunken', borderColor: 'tokens.line' },
};

interface TagProps {
  tone: Tone;
  children: React.ReactNode;
  icon?: SvgIconComponent;
  title?: string;
}

/** A small label that says a state in a word, with its colour. */
export function Tag({ tone, children, icon: Icon, title }: TagProps) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        ...tones[tone],
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 24,
        px: 2,
        py: '2px',
        borderWidth: '1px',
        borderStyle: 'solid',
        borderRadius: '6px',
        fontSize: 12,
        lineHeight: 'calc(16px * var(--leading, 1))',
        fontWeight: 500,
        maxWidth: '100%',
      }}
    >
      {Icon && <Icon aria-hidden sx={{ fontSize: 16 }} />}
      {children}
    </Box>
  );
}
