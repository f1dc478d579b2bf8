import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useListConversationsQuery, useListOrdersQuery, useListProductsQuery } from '@/api/endpoints.gen';
import { conversationPath, orderPath, productPath } from '@/config/paths';

import { useNavigation } from '../use-navigation';

export interface Hit {
  group: 'pages' | 'conversations' | 'orders' | 'products';
  id: string;
  title: string;
  line: string;
  to: string;
}

const PAUSE_MS = 200;
const SHORTEST = 2;
const MOST = 5;

/** Pages at once, conversations, orders and products as soon as the typing pauses. */
export function useSearch(typed: string): { hits: Hit[]; busy: boolean } {
  const { t } = useTranslation();
  const areas = useNavigation();
  const q = usePaused(typed.trim());
  const skip = q.length < SHORTEST;
  const conversations = useListConversationsQuery({ filter: 'all', q }, { skip });
  const orders = useListOrdersQuery({ tab: 'all', q }, { skip });
  const products = useListProductsQuery({ q }, { skip });
  const words = typed.trim().toLocaleLowerCase();
  const pages = areas
    .map(({ path, labelKey }): Hit => ({ group: 'pages', id: path, title: t(labelKey), line: '', to: path }))
    .filter(({ title }) => title.toLocaleLowerCase().includes(words));
  if (skip) return { hits: pages, busy: false };
  const found: Hit[] = [
    ...pages,
    ...(conversations.data?.results ?? []).slice(0, MOST).map(
      ({ id, lead, preview }): Hit => ({ group: 'conversations', id, title: lead.name, line: preview, to: conversationPath(id) }),
    ),
    ...(orders.data?.results ?? []).slice(0, MOST).map(
      ({ id, number, lead, items_text: items }): Hit => ({ group: 'orders', id, title: `#${number}`, line: `${lead.name}, ${items}`, to: orderPath(id) }),
    ),
    ...(products.data?.results ?? []).slice(0, MOST).map(
      ({ id, name, category }): Hit => ({ group: 'products', id, title: name, line: category, to: productPath(id) }),
    ),
  ];
  return { hits: found, busy: conversations.isFetching || orders.isFetching || products.isFetching };
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
