import { useTranslation } from 'react-i18next';

/** The title of the browser tab. It changes with every page, the page's own name first. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  return <title>{t('frame.title', { page: children })}</title>;
}
