import { createTheme, type TypographyStyle } from '@mui/material/styles';

import { componentDefaults } from './component-defaults';
import { dark, light, type Tokens } from './tokens';

declare module '@mui/material/styles' {
  interface Palette {
    tokens: Tokens;
  }
  interface PaletteOptions {
    tokens?: Tokens;
  }
  interface TypographyVariants {
    figureXl: TypographyStyle;
    figure: TypographyStyle;
    small: TypographyStyle;
  }
  interface TypographyVariantsOptions {
    figureXl?: TypographyStyle;
    figure?: TypographyStyle;
    small?: TypographyStyle;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    figureXl: true;
    figure: true;
    small: true;
  }
}

const fontFamily =
  '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Devanagari", "DejaVu Sans", sans-serif';

/** Line heights grow by `--leading`, which is 1.15 while the page speaks Hindi (Devanagari is taller). */
function line(pixels: number): string {
  return `calc(${pixels}px * var(--leading, 1))`;
}

function palette(tokens: Tokens) {
  return {
    tokens,
    primary: { main: tokens.primary, dark: tokens.primaryHover, contrastText: tokens.onPrimary },
    error: { main: tokens.danger },
    warning: { main: tokens.warning },
    success: { main: tokens.success },
    background: { default: tokens.bg, paper: tokens.raised },
    text: { primary: tokens.text, secondary: tokens.text2, disabled: tokens.text3 },
    divider: tokens.line,
  };
}

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: palette(light) }, dark: { palette: palette(dark) } },
  breakpoints: { values: { xs: 0, sm: 768, md: 1280, lg: 1440, xl: 1920 } },
  shape: { borderRadius: 8 },
  spacing: 4,
  typography: {
    fontFamily,
    fontWeightBold: 600,
    h1: { fontSize: 22, lineHeight: line(28), fontWeight: 600 },
    h2: { fontSize: 16, lineHeight: line(24), fontWeight: 600 },
    h3: { fontSize: 14, lineHeight: line(20), fontWeight: 600 },
    body1: { fontSize: 14, lineHeight: line(20) },
    body2: { fontSize: 13, lineHeight: line(18) },
    small: { fontSize: 13, lineHeight: line(18), fontWeight: 400 },
    caption: { fontSize: 12, lineHeight: line(16) },
    figureXl: { fontSize: 40, lineHeight: line(48), fontWeight: 600 },
    figure: { fontSize: 28, lineHeight: line(34), fontWeight: 600, '@media (max-width:767.95px)': { fontSize: 24, lineHeight: line(30) } },
    button: { fontSize: 14, lineHeight: line(20), fontWeight: 600, textTransform: 'none' },
  },
  components: componentDefaults,
});
