// How long the payment page is still good for.
const place = document.getElementById("hold");
let left = Number(place.dataset.seconds);

function show() {
  const hours = Math.floor(left / 3600);
  const minutes = String(Math.floor((left % 3600) / 60)).padStart(2, "0");
  const seconds = String(left % 60).padStart(2, "0");
  place.textContent = left > 0 ? `Held for you for ${hours ? `${hours}:` : ""}${minutes}:${seconds}.` : "The time is up.";
  left = Math.max(left - 1, 0);
}

show();
setInterval(show, 1000);
