/**
 * Two statements to PostgreSQL in one message: one way there and back, and one transaction, of which nothing holds afterwards.
 */
import type { ClientBase, Connection, Query, QueryResult } from 'pg';

/** A statement with its parameters. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/**
 * Runs a statement after another, and gives its result. PostgreSQL takes all up to the next "sync" for one transaction (its
 * manual, "Extended Query", "Pipelining"): where the first fails the second is not run, and what the first set "locally" ends
 * with both.
 */
export function runAfter(query: typeof Query, client: ClientBase, before: Statement, { text, values }: Statement): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const config = { text, values: [...values], queryMode: 'extended' };
    const both = new query(config, (error, results: unknown) =>
      error ? reject(error) : resolve((results as QueryResult[])[1] as QueryResult),
    );
    const submit = both.submit.bind(both);
    both.submit = (connection) => {
      connection.stream.cork();
      try {
        send(connection, before);
        return submit(connection);
      } finally {
        connection.stream.uncork();
      }
    };
    client.query(both);
  });
}

/** All of a statement but the "sync" at its end. Described, since rows without a description are an error to `pg`. */
function send(connection: Connection, { text, values }: Statement): void {
  connection.parse({ text, name: '', types: [] } as unknown as Parameters<Connection['parse']>[0], true);
  connection.bind({ values: [...values] } as Parameters<Connection['bind']>[0], true);
  connection.describe({ type: 'P', name: '' } as unknown as Parameters<Connection['describe']>[0], true);
  connection.execute({}, true);
}
