import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOwnExamples } from '../../src/commands/evaluation/own.js';
import { type Compass, createCompass } from '../../src/conversation/compass.js';
import { inquire } from '../../src/conversation/second-look.js';
import type { Profile } from '../../src/understanding/slots.js';
import { care, content, own } from '../support/content.js';

type Line = { readonly kind: 'state' | 'notes' | 'agreements' | 'feedback'; readonly text: string };

/** By two writers who had seen neither the code nor what it was trained on; it never is trained on these. */
const lines = readFileSync('test/care/own-measured.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line);

let compass: Compass;
beforeAll(() => {
  compass = createCompass(content.library, content.lexicon, { ...content, tables: content.compile(), care });
});

describe('300 messages about their writers that were never learned from', () => {
  it('are not among what was, but for a few words that anybody says', () => {
    const { written, besides } = readOwnExamples('content');
    const learned = new Set([...written, ...besides].map(({ text }) => text));
    expect(lines.filter(({ text }) => text.split(/\s+/).length > 3 && learned.has(text.replace(/\s+/g, ' ').trim()))).toEqual([]);
    expect(lines).toHaveLength(300);
  });

  it.each<['unsure' | 'always', Profile]>([
    ['unsure', {}],
    ['unsure', { framework: 'aarhus-bu-2024', role: 'kontorchef' }],
    ['always', {}],
    ['always', { framework: 'holstebro-sos-2021', role: 'leder-af-medarbejdere' }],
  ])('are hardly ever sent to a second reader (%s, %o)', (mode, profile) => {
    const sent = lines.filter(
      ({ text }) =>
        typeof inquire(compass.understand(text, profile), profile, undefined, { own, search: compass.search, mode }) !== 'string',
    );
    // One in a hundred.
    expect(sent.length).toBeLessThanOrEqual(3);
  });
});
