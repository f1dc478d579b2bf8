// Calls to the simulator.

export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `The simulator answered ${response.status}.`);
  return answer;
}

export const readState = () => call("GET", "/phone/state");
export const readChat = (person, number) => call("GET", `/_sim/people/${person}/chat?number=${encodeURIComponent(number)}`);
export const act = (person, number, deed) => call("POST", `/_sim/people/${person}/messages`, { ...deed, number });
export const changePerson = (person, changes) => call("PATCH", `/_sim/people/${person}`, changes);
export const createPerson = (person) => call("POST", "/_sim/people", person);
export const setFaults = (faults) => call("POST", "/_sim/faults", faults);
export const advanceClock = (seconds) => call("POST", "/phone/clock", { advance_seconds: seconds });
export const follow = (url) => call("POST", "/phone/follow", { url });
export const readWire = (limit) => call("GET", `/_sim/wire?limit=${limit}`);
export const moveNumber = (person, number, phone) => call("POST", `/_sim/people/${person}/number`, { number, phone });
