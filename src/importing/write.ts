/**
 * The draft as YAML with its doubts as comments, and drafts of two runs put together without losing what a hand wrote.
 */
import { merge } from 'node-diff3';
import { Document, isNode, YAMLMap } from 'yaml';
import type { Drafted } from './draft.js';
import type { Words } from './strings/da.js';

/** The draft as the text of its file. */
export function writeDraft({ draft, remarks }: Drafted, file: string, words: Words): string {
  const document = new Document(draft);
  document.commentBefore = lines(words.head(file));
  const texts: Readonly<Record<string, string>> = { ...words.remarks, ...words.doubts };
  for (const { path, doubts } of remarks) {
    const said = doubts.map((doubt) => ` ${words.remark}: ${texts[doubt] ?? doubt}`).join('\n');
    const node = document.getIn(path, true);
    const last = path.at(-1);
    const map = document.getIn(path.slice(0, -1), true);
    const pair = typeof last === 'string' && (path.length === 1 ? document.contents : map);
    if (pair instanceof YAMLMap) {
      const key = pair.items.find((each) => `${isNode(each.key) && 'value' in each.key ? each.key.value : each.key}` === last)?.key;
      if (isNode(key)) key.commentBefore = said;
    } else if (isNode(node)) node.commentBefore = said;
  }
  return document.toString({ lineWidth: 0 });
}

function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}

/** Where a hand and a new reading changed the same lines: what each has. */
export type Conflict = { readonly yours: string; readonly ours: string };

/** What was written last, what stands there now, and what would be written: put together. A hand's lines stay, whatever the rest says. */
export function mergeDrafts(last: string, now: string, fresh: string): { readonly text: string; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const text = merge3(now, last, fresh, conflicts);
  return { text: text.endsWith('\n') ? text : `${text}\n`, conflicts };
}

function merge3(now: string, last: string, fresh: string, conflicts: Conflict[]): string {
  const [START, MIDDLE, END] = ['<<<<<<< ', '=======', '>>>>>>> '];
  const { result } = merge(now.split('\n'), last.split('\n'), fresh.split('\n'), {
    excludeFalseConflicts: true,
    label: { a: MARK, b: MARK },
  });
  const kept: string[] = [];
  let side: 'both' | 'yours' | 'ours' = 'both';
  let conflict = { yours: [] as string[], ours: [] as string[] };
  for (const line of result) {
    if (side === 'both' && line === `${START}${MARK}`) {
      side = 'yours';
      conflict = { yours: [], ours: [] };
    } else if (side === 'yours' && line === MIDDLE) side = 'ours';
    else if (side === 'ours' && line === `${END}${MARK}`) {
      side = 'both';
      conflicts.push({ yours: conflict.yours.join('\n'), ours: conflict.ours.join('\n') });
    } else if (side === 'ours') conflict.ours.push(line);
    else {
      if (side === 'yours') conflict.yours.push(line);
      kept.push(line);
    }
  }
  return kept.join('\n');
}

/** No line of a framework is this. */
const MARK = 'ledelseskompas-import';
