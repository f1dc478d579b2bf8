/** Cookies ignore ports, so each program on a host has a name of its own for this cookie. */
const pattern = /(?:^|;\s*)lnb_csrftoken=([^;]+)/;

/** The token the server wants back with every change, or null before the first visit. */
export function csrfToken(): string | null {
  const found = pattern.exec(document.cookie);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}
