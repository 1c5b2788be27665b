/**
 * A second reader for what words alone cannot tell: a language model that may only choose among the product's own questions
 * and statements. It never writes anything that is shown.
 */

/** What a reader is asked. The model sees `fixed`, then `asked`, and answers in `schema`. */
export type ReaderRequest = {
  /** Instructions and documents: the same for everybody with the same framework, so that a provider can keep it. */
  readonly fixed: string;
  /** The message and what it goes on from, as JSON: data, whatever stands in it. */
  readonly asked: string;
  /** The strict JSON schema of the reply; see `replyJsonSchema`. */
  readonly schema: Readonly<Record<string, unknown>>;
};

/** Why there is no reply that can be used: too late, asked too often, turned away by a filter, not let in, or not there. */
export type ReaderTrouble = 'time' | 'busy' | 'filtered' | 'forbidden' | 'unavailable';

/** A reply as it came, untrusted; or why there is none. `tokens` as the provider counted them, in and out, where it says. */
export type ReaderReply =
  | { readonly kind: 'said'; readonly text: string; readonly tokens?: { readonly in: number; readonly out: number } | undefined }
  | { readonly kind: 'none'; readonly why: ReaderTrouble };

/** Asks once, and never rejects. `ms` is how long a reply is waited for. */
export type SecondReader = (request: ReaderRequest, ms: number) => Promise<ReaderReply>;
