import { useGetMeQuery } from '@/api/endpoints.gen';
import { mayDo } from '@/lib/authorization';

import { navigation, type NavigationItem } from './pages';

/** The areas that the person at the screen is led to. */
export function useNavigation(): readonly NavigationItem[] {
  const { data: me } = useGetMeQuery();
  return navigation.filter(({ needs }) => !needs || (me !== undefined && mayDo(me.role, needs)));
}
