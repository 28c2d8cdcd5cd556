import { DEMO_PASSWORD } from "../../../api/auth/demo-accounts.ts";
import { PUBLIC_URL } from "./stack.ts";

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests look at whatever was answered
  body: any;
}

export interface Request {
  method?: string;
  body?: unknown;
  /** Sent as it is. */
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
}

/** A browser in short: cookie, own origin, JSON. */
export async function ask(url: string, path: string, request: Request = {}): Promise<Answer> {
  const { method = "GET", body, raw, headers = {} } = request;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      origin: PUBLIC_URL,
      "accept-language": "en",
      ...(payload !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(payload !== undefined && { body: payload }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

export interface Person {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  send: (method: string, path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  raw: (path: string, request: Request) => Promise<Answer>;
}

export function personWith(url: string, cookie: string): Person {
  const api = (path: string): string => `/api/v1${path}`;
  return {
    get: (path, headers = {}) => ask(url, api(path), { headers: { cookie, ...headers } }),
    send: (method, path, body, headers = {}) => ask(url, api(path), { method, body, headers: { cookie, ...headers } }),
    raw: (path, request) => ask(url, api(path), { ...request, headers: { cookie, ...request.headers } }),
  };
}

export async function signIn(url: string, email: string, password = DEMO_PASSWORD): Promise<Person> {
  const answer = await ask(url, "/api/auth/sign-in/email", { method: "POST", body: { email, password } });
  if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${JSON.stringify(answer.body)}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return personWith(url, cookie);
}
