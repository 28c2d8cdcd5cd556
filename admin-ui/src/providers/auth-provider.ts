import type { AuthProvider } from "react-admin";
import { clearCommandsOfOthers } from "./outbox.ts";
import { isSignedOut } from "./api-problem.ts";
import { maySee } from "./areas.ts";
import { request } from "./api-client.ts";
import { currentPerson, meKey } from "./current-person.ts";
import { queryClient } from "./query-client.ts";

const post = (path: string, body: unknown): Promise<Response> =>
  request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** Only who was signed in here can be told that the session ran out; react-admin shows no notice for `false`. */
const isKnownHere = (): boolean => queryClient.getQueryData(meKey) !== undefined;
const silently = { message: false };

export interface Credentials {
  email: string;
  password: string;
}

export const authProvider = {
  async login({ email, password }: Credentials) {
    await post("/api/auth/sign-in/email", { email: email.trim(), password });
    queryClient.clear();
    clearCommandsOfOthers((await currentPerson()).personId);
  },
  async logout() {
    try {
      await post("/api/auth/sign-out", {});
    } catch (error) {
      // Signed out on another tab, or the session ran out: the wish is already fulfilled.
      if (!isSignedOut(error)) throw error;
    } finally {
      queryClient.clear();
    }
  },
  async checkAuth() {
    try {
      await currentPerson();
    } catch (error) {
      // A server out of reach is no reason to throw somebody out of a half-written report.
      if (isSignedOut(error)) throw isKnownHere() ? error : silently;
    }
  },
  async checkError(error: unknown) {
    if (isSignedOut(error)) throw error;
  },
  async getIdentity() {
    const me = await currentPerson();
    return { id: me.personId, fullName: me.name };
  },
  async getPermissions() {
    return (await currentPerson()).grants;
  },
  async canAccess({ resource }: { action: string; resource: string }) {
    return maySee((await currentPerson()).grants, resource);
  },
} satisfies AuthProvider;
