import { DEMO_PASSWORD } from "../../../api/auth/demo-accounts.ts";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import { PUBLIC_URL } from "./public-url.ts";

/** A line of any list the tests look at. */
export interface Item {
  id: string;
  name: string;
  type: string;
  seq: number;
  step: string;
  unit: string;
  role: string;
  title: string;
  position: string;
  status: string;
  detail: string;
  verb: string;
  enabled: boolean;
  reason: string | null;
  path: string;
  code: string;
  message: string;
  candidates: Item[];
  account: boolean;
  remedies: Item[];
  error: { message: string; attempt: number };
  subject: { kind: string; id: string; title: string };
}

/** Whatever was answered, seen through the fields that the tests read; what is not there is undefined. */
export interface Body {
  id: string;
  items: Item[];
  next: string | null;
  parts: Item[];
  members: Item[];
  lines: CaseLineView[];
  consulted: unknown;
  question: unknown;
  actions: Item[];
  signatures: Item[];
  counts: { owing: number; open: number; overdue: number; everSent: number };
  contents: { number: number }[];
  aside: { reason: string } | null;
  seen: string;
  engine: unknown;
  errors: Item[];
  code: string;
  title: string;
  detail: string;
  instance: string;
  type: string;
  remedy: string;
  data: unknown;
  status: unknown;
  outcome: string | null;
  dueAt: string | null;
  due: unknown;
  step: string;
  round: number;
  seq: number;
  number: string | null;
  version: number;
  commandId: string;
  content: { number: number; hash: string };
  problem: unknown;
  problems: Item[];
  body: { sections: { VIII: { narrative: string } } };
  grants: string[];
  password: string;
  info: { title: string };
  length: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

export interface Request {
  method?: string;
  body?: unknown;
  /** Sent as it is. */
  raw?: string;
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
  return { status: response.status, headers: response.headers, body: (text === "" ? {} : JSON.parse(text)) as Body };
}

export interface Person {
  /** For what is not JSON. */
  cookie: string;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  send: (method: string, path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  raw: (path: string, request: Request) => Promise<Answer>;
}

export function personWith(url: string, cookie: string): Person {
  const api = (path: string): string => `/api/v1${path}`;
  return {
    cookie,
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
