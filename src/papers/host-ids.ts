/** One of those whom the service calls: see `hosts.ts`. */
export type HostId = 'connector' | 'keys' | 'login' | 'graph' | 'model' | 'database' | 'telemetry' | 'own';
