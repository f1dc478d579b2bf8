import type { Components, Theme } from '@mui/material/styles';

type Themed = Omit<Theme, 'components'>;

/** The token as a CSS variable, so that it follows the theme without a new style. */
const tone = (theme: Themed, name: keyof Theme['palette']['tokens']) => (theme.vars ?? theme).palette.tokens[name];

const touch = '@media (pointer: coarse), (max-width: 767.95px)';

const button: Components<Themed>['MuiButton'] = {
  defaultProps: { disableElevation: true, disableRipple: true },
  styleOverrides: {
    root: {
      minHeight: 36,
      padding: '7px 14px',
      borderRadius: 8,
      transition: 'background-color 120ms ease-out',
      [touch]: { minHeight: 44 },
    },
    outlined: ({ theme }) => ({
      color: tone(theme, 'text'),
      borderColor: tone(theme, 'line'),
      backgroundColor: tone(theme, 'surface'),
      '&:hover': { borderColor: tone(theme, 'edge'), backgroundColor: tone(theme, 'sunken') },
    }),
    text: { padding: '6px 8px', [touch]: { minHeight: 44 } },
    sizeSmall: { minHeight: 28, fontSize: 13, padding: '4px 10px' },
  },
};

const floating: Components<Themed> = {
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme }) => ({
        border: `1px solid ${tone(theme, 'line')}`,
        borderRadius: 12,
        boxShadow: '0 8px 24px rgb(0 0 0 / 18%)',
        ...theme.applyStyles('dark', { boxShadow: 'none' }),
      }),
    },
  },
  MuiMenuItem: { defaultProps: { disableRipple: true }, styleOverrides: { root: { minHeight: 40, [touch]: { minHeight: 48 } } } },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 12,
        boxShadow: '0 16px 48px rgb(0 0 0 / 22%)',
        ...theme.applyStyles('dark', { boxShadow: 'none', border: `1px solid ${tone(theme, 'line')}` }),
      }),
    },
  },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: 12, lineHeight: '16px' } } },
};

const controls: Components<Themed> = {
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { fontFamily: 'inherit', lineHeight: 'inherit', fontVariantNumeric: 'inherit' } } },
  MuiIconButton: {
    styleOverrides: {
      root: ({ theme }) => ({ color: tone(theme, 'text2'), borderRadius: 8, minWidth: 36, minHeight: 36, [touch]: { minWidth: 44, minHeight: 44 } }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 8,
        backgroundColor: tone(theme, 'surface'),
        '& .MuiOutlinedInput-notchedOutline': { borderColor: tone(theme, 'edge') },
        '@media (max-width: 767.95px)': { fontSize: 16 },
      }),
      input: { padding: '10px 14px' },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { fontWeight: 600 } } },
  MuiSkeleton: {
    defaultProps: { animation: false },
    styleOverrides: { root: ({ theme }) => ({ backgroundColor: tone(theme, 'skeleton') }) },
  },
};

const page: Components<Themed> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      html: { fontVariantNumeric: 'tabular-nums' },
      body: { backgroundColor: tone(theme, 'bg'), color: tone(theme, 'text'), fontSize: 14, lineHeight: 'calc(20px * var(--leading, 1))' },
      ':lang(hi)': { '--leading': 1.15 },
      ':focus-visible:not(.MuiInputBase-input)': { outline: `2px solid ${tone(theme, 'primary')} !important`, outlineOffset: '2px' },
      'main:focus-visible, .MuiDrawer-paper:focus-visible, .MuiDialog-container:focus-visible, .MuiPopover-paper:focus-visible': { outline: 'none !important' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { animationDuration: '1ms !important', transitionDuration: '1ms !important', scrollBehavior: 'auto !important' },
      },
    }),
  },
};

/** How MUI's parts look here: flat, one radius, no ripple, 44 px under a finger. */
export const componentDefaults: Components<Themed> = { MuiButton: button, ...floating, ...controls, ...page };
