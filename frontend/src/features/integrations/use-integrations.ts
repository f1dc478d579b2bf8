import { useListConnectionsQuery, useListProvidersQuery } from '@/api/endpoints.gen';
import type { Connection, Provider } from '@/api/rows';

interface Integrations {
  providers: Provider[] | undefined;
  connections: Connection[];
  error: unknown;
  refetch: () => void;
}

/** What can be connected and what is; both are there or neither. */
export function useIntegrations(): Integrations {
  const providers = useListProvidersQuery();
  // Health is looked at when somebody looks.
  const connections = useListConnectionsQuery(undefined, { refetchOnMountOrArgChange: true });
  const refetch = () => {
    void providers.refetch();
    void connections.refetch();
  };
  return {
    providers: connections.data && providers.data?.results,
    connections: connections.data?.results ?? [],
    error: providers.error ?? connections.error,
    refetch,
  };
}
