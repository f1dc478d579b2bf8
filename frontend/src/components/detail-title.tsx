import { createContext, use, useEffect, useState } from 'react';

interface DetailTitle {
  title: string;
  setTitle: (title: string) => void;
}

const DetailTitleContext = createContext<DetailTitle>({ title: '', setTitle: () => undefined });

/** Carries the name of the one thing a page is about up to the path in the top bar. */
export function DetailTitleProvider({ children }: { children: React.ReactNode }) {
  const [title, setTitle] = useState('');
  return <DetailTitleContext value={{ title, setTitle }}>{children}</DetailTitleContext>;
}

export const useDetailTitle = () => use(DetailTitleContext).title;

/** Names the page's thing while the page is open. */
export function useNameDetail(name: string): void {
  const { setTitle } = use(DetailTitleContext);
  useEffect(() => {
    setTitle(name);
    return () => setTitle('');
  }, [name, setTitle]);
}
