const database = /^(OperationalError|InterfaceError|DeadlockDetected|SerializationFailure|LockNotAvailable|QueryCanceled)\b/;
const locked = /^(Unreadable|KeyMissing)\b/;

/** What kind of thing an error is, told by the type it begins with, as in "KeyError at …:73". */
export function errorKind(error: string): 'database' | 'locked' | 'fault' {
  if (database.test(error)) return 'database';
  return locked.test(error) ? 'locked' : 'fault';
}
