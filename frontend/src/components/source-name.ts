import { useTranslation } from 'react-i18next';

const tones: Record<string, string> = {
  instagram_ad: 'tokens.c1',
  facebook_ad: 'tokens.c4',
  google_ad: 'tokens.c2',
  widget: 'tokens.c3',
  direct: 'tokens.c6',
  qr: 'tokens.c5',
};

/** One colour, one source, on every page. */
export const sourceTone = (source: string) => tones[source] ?? 'tokens.edge';

/** Where somebody came from, in words; an unknown source as the server wrote it. */
export function useSourceName() {
  const { t } = useTranslation();
  return (source: string) => t(`source.${source}`, { defaultValue: source });
}
