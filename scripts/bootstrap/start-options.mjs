import { join, resolve } from "node:path";
import { Stop } from "./stop.mjs";

const usage = "npm start -- [--reset] [--port 8080] [--data .data] [--admin name@example]";

/**
 * @typedef {{ reset: boolean, port: number | undefined, data: string, admin: string | undefined }} StartOptions
 * @param {readonly string[]} args
 * @param {string} root
 * @returns {StartOptions}
 */
export function startOptions(args, root) {
  /** @type {StartOptions} */
  const options = { reset: false, port: undefined, data: join(root, ".data"), admin: undefined };
  const rest = args.flatMap((arg) => (arg.startsWith("--") && arg.includes("=") ? arg.split("=", 2) : [arg]));
  while (rest.length > 0) {
    const name = rest.shift();
    if (name === "--reset") options.reset = true;
    else if (name === "--port") options.port = portOf(rest.shift());
    else if (name === "--data" && rest[0]) options.data = resolve(root, rest.shift() ?? "");
    else if (name === "--admin") options.admin = addressOf(rest.shift());
    else throw new Stop(`"${name}" is not an option of npm start.`, `Use: ${usage}`);
  }
  return options;
}

/** @param {string | undefined} text */
function portOf(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`--port wants a number from 1 to 65535, not "${text ?? ""}".`, `Use: ${usage}`);
}

/** @param {string | undefined} text */
function addressOf(text) {
  if (text && /^[^\s@]+@[^\s@]+$/.test(text)) return text;
  throw new Stop(`--admin wants an e-mail address, not "${text ?? ""}".`, `Use: ${usage}`);
}
