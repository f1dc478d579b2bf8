import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** One filter of a page, kept in the address so that Back works and the page can be shared. */
export function useAddressFilter<Value extends string>(name: string, values: readonly Value[], initial: Value) {
  const [params, setParams] = useSearchParams();
  const asked = params.get(name);
  const value = values.find((known) => known === asked) ?? initial;
  const setValue = useCallback(
    (next: Value) =>
      setParams((previous) => {
        const changed = new URLSearchParams(previous);
        if (next === initial) changed.delete(name);
        else changed.set(name, next);
        return changed;
      }),
    [setParams, name, initial],
  );
  return [value, setValue] as const;
}
