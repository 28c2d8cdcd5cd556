export type Store = { readonly database: string; readonly role: string; readonly password: string };
export type TemporalPlan = {
  readonly postgresPort: number;
  readonly main: Store;
  readonly visibility: Store;
  readonly ports: TemporalPorts;
  readonly dynamicConfig: string;
};

const roles = ["frontend", "history", "matching", "worker"] as const;
type Ports = { readonly rpc: number; readonly membership: number };
export type TemporalPorts = Readonly<Record<(typeof roles)[number], Ports>>;
export const temporalPortCount = roles.length * 2;

export function temporalPorts(free: readonly number[]): TemporalPorts {
  const pair = (index: number): Ports => ({ rpc: free[index * 2]!, membership: free[index * 2 + 1]! });
  return Object.fromEntries(roles.map((role, index) => [role, pair(index)])) as TemporalPorts;
}

/** Written as JSON, which the server reads as the YAML it is. */
export function temporalConfig(plan: TemporalPlan): string {
  const frontend = `127.0.0.1:${plan.ports.frontend.rpc}`;
  return JSON.stringify({
    log: { stdout: true, level: "warn", format: "json" },
    persistence: {
      defaultStore: "main",
      visibilityStore: "visibility",
      // Fixed for the life of a database. Four keep a small machine calm and still show what only several shards show.
      numHistoryShards: 4,
      datastores: { main: sqlStore(plan, plan.main), visibility: sqlStore(plan, plan.visibility) },
    },
    global: { membership: { maxJoinDuration: "30s", broadcastAddress: "127.0.0.1" } },
    services: Object.fromEntries(roles.map((role) => [role, { rpc: listener(plan.ports[role]) }])),
    clusterMetadata: clusterMetadata(frontend),
    dcRedirectionPolicy: { policy: "noop" },
    publicClient: { hostPort: frontend },
    dynamicConfigClient: { filepath: plan.dynamicConfig, pollInterval: "60s" },
  });
}

function sqlStore({ postgresPort }: TemporalPlan, { database, role, password }: Store) {
  const connection = { connectAddr: `127.0.0.1:${postgresPort}`, connectProtocol: "tcp", user: role, password };
  const pool = { maxConns: 20, maxIdleConns: 20, maxConnLifetime: "1h" };
  return { sql: { pluginName: "postgres12_pgx", databaseName: database, ...connection, ...pool } };
}

function listener({ rpc, membership }: Ports) {
  return { grpcPort: rpc, membershipPort: membership, bindOnLocalHost: true };
}

function clusterMetadata(frontend: string) {
  const active = { enabled: true, initialFailoverVersion: 1, rpcName: "frontend", rpcAddress: frontend };
  return {
    enableGlobalNamespace: false,
    failoverVersionIncrement: 10,
    masterClusterName: "active",
    currentClusterName: "active",
    clusterInformation: { active },
  };
}

export type DynamicConfig = Readonly<
  Record<string, readonly { value: unknown; constraints?: { namespace: string } }[]>
>;

/** Both are caches that make a namespace or attribute just registered unknown for some seconds more. */
export const dynamicConfig: DynamicConfig = {
  "system.forceSearchAttributesCacheRefreshOnRead": [{ value: true }],
  "system.namespaceCacheRefreshInterval": [{ value: "1s" }],
};
