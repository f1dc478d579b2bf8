// Business time, as the product's clock tells it.
let offsetMilliseconds = 0;

export function setOffset(seconds) {
  offsetMilliseconds = seconds * 1000;
}

export const now = () => new Date(Date.now() + offsetMilliseconds);

export const hourMinute = (date) => date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
export const withSeconds = (date) => date.toLocaleTimeString("en-GB");

export function dayWords(date) {
  if (date.toDateString() === now().toDateString()) return "Today";
  return date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
}

export function longWords(date) {
  const day = date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  return `${day.replace(",", "")}, ${hourMinute(date)}`;
}
