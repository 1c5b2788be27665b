import type { Terminal } from '../../src/commands/terminal/terminal.js';

/** A terminal that remembers what was said. */
export function listen(): Terminal & { readonly out: string; readonly err: string } {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    get out() {
      return out.join('');
    },
    get err() {
      return err.join('');
    },
  };
}
