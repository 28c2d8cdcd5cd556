/** Classes and codes of PostgreSQL and of the socket that mean "not reachable now", not "wrong". */
const unavailable = /^(08...|57P0[1-3]|53300|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)$/;
const messages =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered/;

/** Whether the database could not be asked at all; such a call may be repeated. */
export function isStoreUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && unavailable.test(code)) return true;
  return messages.test(error.message) || isStoreUnavailable(error.cause);
}
