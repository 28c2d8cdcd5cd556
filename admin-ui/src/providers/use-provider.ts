import { useContext, useMemo } from "react";
import { DataProviderContext, useLogoutIfAccessDenied } from "react-admin";
import type { TrinhKyDataProvider } from "./data-provider.ts";

type Verb = (...args: unknown[]) => Promise<unknown>;

/**
 * An expired session leads to the sign-in page from any verb. react-admin's own proxy then answers with an empty object,
 * as if the server had said yes: what was being sent would be taken for saved, and forgotten.
 */
export function useProvider(): TrinhKyDataProvider {
  const provider = useContext(DataProviderContext) as TrinhKyDataProvider;
  const signOut = useLogoutIfAccessDenied();
  return useMemo(() => {
    const guarded =
      (verb: Verb): Verb =>
      async (...args) => {
        try {
          return await verb(...args);
        } catch (error) {
          await signOut(error);
          throw error;
        }
      };
    const verbs = Object.entries(provider as object).map(([name, verb]) => [name, guarded(verb as Verb)]);
    return Object.fromEntries(verbs) as TrinhKyDataProvider;
  }, [provider, signOut]);
}
