/**
 * What the product is built of: the paper, and the list for machines (CycloneDX).
 */
import { z } from 'zod';
import type { Paper } from './paper.js';
import { componentWords as t } from './strings/components.js';
import { dependencyWords } from './strings/dependencies.js';

/** One package that ships. `licence` is an SPDX expression; `direct` where the product chose it itself. */
export type Component = {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  readonly direct: boolean;
};

/** The paper. */
export function componentsPaper(components: readonly Component[]): Paper {
  const direct = components.filter((each) => each.direct);
  const rows = direct.map(({ name, version, licence = t.unknown }) => {
    const { why = t.unknown, touches = t.unknown } = dependencyWords[name] ?? {};
    return [name, version, licence, why, touches];
  });
  return {
    id: 'komponenter',
    title: t.title,
    lead: t.lead,
    sections: [
      { title: t.aboutTitle, paragraphs: t.about(components.length, direct.length) },
      { title: t.directTitle, tables: [{ ...t.direct, rows }] },
      { title: t.licencesTitle, tables: [{ ...t.licences, rows: byLicence(components) }] },
      { title: t.fieldsTitle, fields: t.fields },
    ],
  };
}

/** Longer lists are for machines. */
const mostNamed = 12;

function byLicence(components: readonly Component[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { name, version, licence = t.unknown } of components)
    groups.set(licence, [...(groups.get(licence) ?? []), `${name} ${version}`]);
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([licence, names]) => [licence, `${names.length}`, names.length > mostNamed ? t.many : names.sort().join(', ')]);
}

const partSchema = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() });
const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(partSchema),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** What the list for machines is of: the product as it calls itself, and the day. */
export type BomOf = { readonly name: string; readonly date: string };

/** The list for machines, or what npm's own list lacks. */
export type CompletedBom = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly lacks: string };

/**
 * The list for machines, from the one that npm makes of everything that is locked. Only what ships stays: told to leave development out,
 * npm also leaves out what development needs as well (seen with 10 and 11: a package of package.json itself was missing). What npm does
 * not know is filled in: the product's own name where npm takes its folder's, the day, and licences that packages name in their own way.
 */
export function completeBom(text: string, of: BomOf, components: readonly Component[]): CompletedBom {
  const parsed = bomSchema.safeParse(readJson(text));
  if (!parsed.success) return { ok: false, lacks: 'CycloneDX' };
  const bom = parsed.data;
  const shipped = new Map(components.map((each) => [nameOf(each), each]));
  const kept = bom.components.filter((each) => shipped.has(nameOf(each)));
  const listed = new Set(kept.map(nameOf));
  const missing = components.find((each) => !listed.has(nameOf(each)));
  if (missing) return { ok: false, lacks: nameOf(missing) };
  const licensed = kept.map((each) => {
    const expression = shipped.get(nameOf(each))?.licence;
    return each['licenses'] || !expression ? each : { ...each, licenses: [{ expression }] };
  });
  const metadata = { ...bom.metadata, timestamp: `${of.date}T00:00:00.000Z`, component: { ...bom.metadata.component, ...productOf(of) } };
  const completed = { ...bom, metadata, components: licensed, dependencies: dependenciesOf(bom, kept, shipped) };
  return { ok: true, text: `${JSON.stringify(completed, null, 2)}\n` };
}

function nameOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name}@${version}`;
}

function productOf({ name }: BomOf) {
  return { name, type: 'application' };
}

/** Who needs whom, among what ships; the product itself needs what it chose. */
function dependenciesOf(
  bom: z.output<typeof bomSchema>,
  kept: readonly z.output<typeof partSchema>[],
  shipped: ReadonlyMap<string, Component>,
) {
  const refs = new Set(kept.map((each) => each['bom-ref']));
  const chosen = new Set(kept.filter((each) => shipped.get(nameOf(each))?.direct).map((each) => each['bom-ref']));
  const product = bom.metadata.component['bom-ref'];
  return bom.dependencies
    .filter(({ ref }) => ref === product || refs.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => (each.ref === product ? chosen : refs).has(ref)) }));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
