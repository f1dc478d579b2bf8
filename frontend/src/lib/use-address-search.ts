import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

const PAUSE_MS = 250;

/** A search field whose words go to the address once the typing pauses. */
export function useAddressSearch(name = 'q') {
  const [params, setParams] = useSearchParams();
  const settled = params.get(name) ?? '';
  const [typed, setTyped] = useState(settled);
  const [lastSettled, setLastSettled] = useState(settled);
  if (settled !== lastSettled) {
    setLastSettled(settled);
    // Our own words coming back must not undo what was typed since; Back and Forward must be followed.
    if (typed.trim() !== settled) setTyped(settled);
  }
  useEffect(() => {
    if (typed.trim() === settled) return undefined;
    const timer = setTimeout(() => {
      setParams(
        (previous) => {
          const changed = new URLSearchParams(previous);
          if (typed.trim()) changed.set(name, typed.trim());
          else changed.delete(name);
          return changed;
        },
        { replace: true },
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, settled, name, setParams]);
  return { typed, setTyped, settled };
}
