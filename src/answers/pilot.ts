import type { Desk, Draft } from '../cards/desk.js';
import { oneLine, paragraph, run, textBlock } from '../cards/elements.js';
import { nastyName } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** Who writes is not in the pilot group that alone is answered just now; the municipality by its name, where that is known. */
export type PilotAnswer = Answered<'pilot', { readonly municipality?: string | undefined }>;

/** The kind of {@link PilotAnswer}. */
export const pilotKind: Kind<PilotAnswer> = {
  name: 'pilot',
  card: pilotCard,
  exhibits: () => [
    { kind: 'pilot', municipality: 'Aarhus Kommune', next: [] },
    { kind: 'pilot', next: [] },
    { kind: 'pilot', municipality: nastyName, next: [] },
  ],
};

/** That it is being tried, and in their own chat what goes on all the same. Among others nobody is singled out. */
function pilotCard({ municipality }: PilotAnswer, { t, view }: Desk): Draft {
  const { title, some, inChat, amongOthers } = t.pilot;
  const words = some(municipality && oneLine(municipality));
  const more = view.group ? [amongOthers] : inChat;
  return {
    summary: title,
    head: { title },
    body: [
      paragraph(
        words.map((part) => run(part)),
        { spacing: 'Small' },
      ),
      ...more.map((text) => textBlock(text, { spacing: 'Small' })),
    ],
    actions: [],
  };
}
