/**
 * What an operator turned off, in words: `npm run doctor` says them, and `npm run admin`.
 */
import type { SwitchName } from '../../tenants/switches.js';

/** By switch; of a pilot group how many are in it. */
type SwitchWords = Readonly<Record<Exclude<SwitchName, 'limited'>, string>> & { readonly limited: (people: number) => string };

/** The words. */
export const switchWords: Readonly<Record<'da' | 'en', SwitchWords>> = {
  da: {
    stopped: 'alt er stoppet',
    served: 'får ikke svar',
    nudges: 'intet kommer af sig selv',
    limited: (people) => `kun en pilotgruppe på ${people} får svar`,
  },
  en: {
    stopped: 'everything is stopped',
    served: 'not answered',
    nudges: 'nothing comes by itself',
    limited: (people) => `a pilot group of ${people} alone is answered`,
  },
};
