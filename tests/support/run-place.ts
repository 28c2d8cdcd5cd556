import type { ProcessIdentity } from "../../scripts/bootstrap/process-identity.mjs";
import type { Service } from "../../scripts/stack/service.ts";

/** What a server of the run needs to know of it: where to put its files, and whom to tell that it lives. */
export type RunPlace = {
  readonly folder: string;
  readonly spawned: (identity: ProcessIdentity) => void;
  keep(service: Service): void;
};
