import { useDataProvider } from "react-admin";
import type { TrinhKyDataProvider } from "./data-provider.ts";

/** react-admin's proxy around the provider: an expired session leads to the sign-in page from any verb. */
export const useProvider = (): TrinhKyDataProvider => useDataProvider<TrinhKyDataProvider>();
