// A link into the messenger was followed inside the phone: hand it to the phone around this page.
const digits = location.pathname.split("/").pop();
const text = new URLSearchParams(location.search).get("text") ?? "";
window.parent.postMessage({ kind: "open-chat", digits, text }, location.origin);
