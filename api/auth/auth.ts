import { betterAuth, type BetterAuthOptions } from "better-auth";
import type { Pool } from "pg";

export interface AuthSettings {
  pool: Pool;
  secret: string;
  publicUrl: string;
  trustedOrigins: string[];
  /** Sign-in attempts per minute and client address. */
  signInLimit: number;
}

const HOUR = 3600;

/** http://localhost and http://127.0.0.1 are the same machine to everybody but a browser. */
export function originsOf(publicUrl: string, further: string[]): string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  const twin = { localhost: "127.0.0.1", "127.0.0.1": "localhost" }[hostname];
  return [origin, ...(twin ? [`${protocol}//${twin}${port ? `:${port}` : ""}`] : []), ...further];
}

export function authOptions(settings: AuthSettings) {
  return {
    appName: "Trình Ký",
    baseURL: settings.publicUrl,
    basePath: "/api/auth",
    secret: settings.secret,
    database: settings.pool,
    trustedOrigins: settings.trustedOrigins,
    telemetry: { enabled: false },
    // Accounts are made by administrators: a post is a public office, not something one signs up for.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: 12 * HOUR, updateAge: HOUR },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: { "/sign-in/email": { window: 60, max: settings.signInLimit } },
    },
    advanced: {
      cookiePrefix: "trinh-ky",
      useSecureCookies: settings.publicUrl.startsWith("https:"),
      // Without a header of our own the address is unknown and everybody shares one rate-limit bucket.
      ipAddress: { ipAddressHeaders: ["x-app-client-ip"] },
    },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

export const createAuth = (settings: AuthSettings) => betterAuth(authOptions(settings));
export type Auth = ReturnType<typeof createAuth>;
