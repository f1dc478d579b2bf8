const widths = { phone: 360, tablet: 768, desktop: 1280 };

/** Sets how wide the window is, for media queries with a `min-width`. */
export function setLayout(layout: keyof typeof widths): void {
  const width = widths[layout];
  window.matchMedia = (query: string) => {
    const least = Number(/min-width:\s*(\d+)/.exec(query)?.[1] ?? Number.POSITIVE_INFINITY);
    const list: Pick<MediaQueryList, 'matches' | 'media' | 'onchange' | 'addEventListener' | 'removeEventListener' | 'dispatchEvent'> = {
      matches: width >= least,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      dispatchEvent: () => false,
    };
    // The theme still listens in the old way.
    return Object.assign(list, { addListener: () => undefined, removeListener: () => undefined });
  };
  window.scrollTo = () => undefined;
}
