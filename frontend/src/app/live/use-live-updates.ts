import { useEffect } from 'react';

import { taggedApi } from '@/api/cache-tags';
import { useAppDispatch } from '@/state/hooks';

import { createGapWatch, everything, readChange, staleTags, type StaleTag } from './live-events';

/** Changes arriving together refetch once. */
const GATHER_MS = 300;

/** A stream the browser has given up is opened anew after so long. */
const REOPEN_MS = 5000;

type Gather = (tags: readonly StaleTag[]) => void;

/** Follows the server's stream of changes and marks what they touch as stale, which fetches it again if it is on screen. */
export function useLiveUpdates(): void {
  const dispatch = useAppDispatch();
  useEffect(() => {
    const waiting = new Map<string, StaleTag>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      dispatch(taggedApi.util.invalidateTags([...waiting.values()]));
      waiting.clear();
    };
    const stop = follow((tags) => {
      for (const tag of tags) waiting.set(JSON.stringify(tag), tag);
      timer ??= setTimeout(flush, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [dispatch]);
}

/** Keeps a stream open until stopped. After a gap or a broken connection anything may have changed. */
function follow(gather: Gather): () => void {
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let source = open();
  function open(): EventSource {
    return openStream(gather, () => {
      // The refusal may mean that the session is over: fetching tells.
      gather(everything);
      reopening = setTimeout(() => {
        source = open();
      }, REOPEN_MS);
    });
  }
  return () => {
    clearTimeout(reopening);
    source.close();
  };
}

function openStream(gather: Gather, onGivenUp: () => void): EventSource {
  const source = new EventSource('/api/v1/live');
  let followsOn = createGapWatch();
  let broken = false;
  source.addEventListener('change', (event: MessageEvent<string>) => {
    const change = followsOn(event.lastEventId) ? readChange(event.data) : 'gap';
    if (change === 'gap') gather(everything);
    else if (change) gather(staleTags(change));
  });
  source.addEventListener('error', () => {
    broken = true;
    if (source.readyState === EventSource.CLOSED) onGivenUp();
  });
  source.addEventListener('open', () => {
    if (broken) gather(everything);
    broken = false;
    followsOn = createGapWatch();
  });
  return source;
}
