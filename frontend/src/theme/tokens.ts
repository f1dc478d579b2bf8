/** The colours of the portal, one meaning each. Text pairs reach 4.5:1, graphic pairs 3:1 in both themes. */
export interface Tokens {
  bg: string;
  surface: string;
  /** Floats above the page: menus, sheets, toasts. One step lighter in the dark, where shadows do not show. */
  raised: string;
  sunken: string;
  line: string;
  edge: string;
  text: string;
  text2: string;
  text3: string;
  primary: string;
  primaryHover: string;
  onPrimary: string;
  primarySoft: string;
  onPrimarySoft: string;
  coral: string;
  coralSoft: string;
  success: string;
  successSoft: string;
  warning: string;
  warningSoft: string;
  danger: string;
  dangerSoft: string;
  plum: string;
  plumSoft: string;
  /** Charts: c1 Instagram, ours · c4 Facebook · c3 website · c2 Google · c6 direct · c5 QR, negative. */
  c1: string;
  c2: string;
  c3: string;
  c4: string;
  c5: string;
  c6: string;
  /** Grey shapes while loading. */
  skeleton: string;
  toast: string;
  onToast: string;
  toastLink: string;
}

export const light: Tokens = {
  bg: '#F6F4F0',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  sunken: '#FAF8F5',
  line: '#E6E1D9',
  edge: '#8A847A',
  text: '#1C2221',
  text2: '#525A58',
  text3: '#606765',
  primary: '#0B5F63',
  primaryHover: '#084A4D',
  onPrimary: '#FFFFFF',
  primarySoft: '#E1EFEE',
  onPrimarySoft: '#0A4E52',
  coral: '#AD3F26',
  coralSoft: '#FBEAE4',
  success: '#266A3A',
  successSoft: '#E4F1E6',
  warning: '#805300',
  warningSoft: '#FBF0DA',
  danger: '#AE241C',
  dangerSoft: '#FBE8E6',
  plum: '#654488',
  plumSoft: '#F0E9F7',
  c1: '#0B7676',
  c2: '#C9861A',
  c3: '#8B58A6',
  c4: '#4C8FD0',
  c5: '#B8472C',
  c6: '#3E464E',
  skeleton: '#E6E1D9',
  toast: '#262E2C',
  onToast: '#F6F4F0',
  toastLink: '#8AD6D0',
};

export const dark: Tokens = {
  bg: '#101413',
  surface: '#181D1C',
  raised: '#202625',
  sunken: '#141918',
  line: '#2B3230',
  edge: '#7E8885',
  text: '#E9EBE8',
  text2: '#B2BAB7',
  text3: '#96A09C',
  primary: '#6CC5BF',
  primaryHover: '#8AD6D0',
  onPrimary: '#06201F',
  primarySoft: '#16332F',
  onPrimarySoft: '#A8E2DD',
  coral: '#F19C83',
  coralSoft: '#3A241D',
  success: '#88CF99',
  successSoft: '#1A3321',
  warning: '#E5BB68',
  warningSoft: '#372A10',
  danger: '#F39A92',
  dangerSoft: '#3D201E',
  plum: '#C8ACE8',
  plumSoft: '#2D2440',
  c1: '#4DB9B3',
  c2: '#E8B04B',
  c3: '#B07ACD',
  c4: '#98CCF6',
  c5: '#EE8465',
  c6: '#DDE3E6',
  skeleton: '#2B3230',
  toast: '#202625',
  onToast: '#E9EBE8',
  toastLink: '#8AD6D0',
};

/** Seven soft pairs for avatars (ground, letters); the dark theme swaps each pair. */
export const avatarPairs: readonly (readonly [string, string])[] = [
  ['#F4DFD6', '#8A3318'],
  ['#DAE5F2', '#1F4B78'],
  ['#F5E6C5', '#744A00'],
  ['#F1DAE4', '#83295A'],
  ['#E2E9D6', '#3C5A1C'],
  ['#D8E8E6', '#0A4E52'],
  ['#E6DFF2', '#553A7D'],
];
