import { randomUUID } from "node:crypto";
import { request, type APIRequestContext } from "playwright-core";
import { DEMO_PASSWORD } from "../../../api/auth/demo-accounts.ts";

interface Seen {
  step: string;
  round: number;
  content: { hash: string } | null;
  version: number;
}

/** What need not be looked at on the way to a screen is done by the same interface that the screens use. */
export class Desks {
  readonly #url: string;
  readonly #signedIn = new Map<string, Promise<APIRequestContext>>();

  constructor(url: string) {
    this.#url = url;
  }

  #at(email: string): Promise<APIRequestContext> {
    const known = this.#signedIn.get(email) ?? this.#signIn(email);
    this.#signedIn.set(email, known);
    return known;
  }

  async #signIn(email: string): Promise<APIRequestContext> {
    const api = await request.newContext({ baseURL: this.#url, extraHTTPHeaders: { origin: this.#url } });
    await api.post("/api/auth/sign-in/email", { data: { email, password: DEMO_PASSWORD } });
    return api;
  }

  async sees(email: string, caseId: string): Promise<boolean> {
    return (await (await this.#at(email)).get(`/api/v1/cases/${caseId}`)).ok();
  }

  /** Lines of a request in the ledger. */
  async linesOf(email: string, requestId: string): Promise<string[]> {
    const answer = await (await this.#at(email)).get(`/api/v1/money/lines?requestId=${requestId}`);
    return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
  }

  async draft(email: string, caseId: string): Promise<number> {
    const answer = await (await this.#at(email)).get(`/api/v1/cases/${caseId}/draft`);
    return ((await answer.json()) as Seen).version;
  }

  async save(email: string, caseId: string, body: object): Promise<number> {
    const data = { version: await this.draft(email, caseId), body };
    const saved = await (await this.#at(email)).put(`/api/v1/cases/${caseId}/draft`, { data });
    return ((await saved.json()) as Seen).version;
  }

  async act(email: string, caseId: string, body: object): Promise<void> {
    const api = await this.#at(email);
    const seen = (await (await api.get(`/api/v1/cases/${caseId}`)).json()) as Seen;
    const expected = { step: seen.step, round: seen.round, contentHash: seen.content?.hash ?? null };
    const data = { id: randomUUID(), expected, body };
    const answer = await api.post(`/api/v1/cases/${caseId}/commands`, { data });
    if (!answer.ok()) throw new Error(`${JSON.stringify(body)}: ${answer.status()} ${await answer.text()}`);
  }

  async leave(): Promise<void> {
    for (const api of this.#signedIn.values()) await (await api).dispose();
  }
}
