import * as fc from 'fast-check';
import { JsonSlicer, type SectionPlan, type Slice } from './JsonSlicer';
import { countKeys } from './countKeys';

const NO_LIMITS = { recordBytes: 1e9, depth: 1e3 };

function slice(
  text: string,
  options: {
    pieces?: readonly number[];
    plan?: (section: string) => SectionPlan;
    limits?: { recordBytes: number; depth: number };
  } = {},
) {
  const slices: Slice[] = [];
  const said: string[] = [];
  const slicer = new JsonSlicer(
    {
      plan: options.plan ?? (() => 'records'),
      slice: found => slices.push(found),
      repeatedSection: section => said.push(`repeated ${section}`),
      conflictMarker: section => said.push(`marker ${section}`),
    },
    options.limits ?? NO_LIMITS,
  );
  const bytes = Buffer.from(text);
  let start = 0;
  for (const size of options.pieces ?? []) {
    slicer.push(bytes.subarray(start, start + size));
    start += size;
  }
  slicer.push(bytes.subarray(start));
  slicer.end();
  return { slices, said };
}

const parsed = (found: Slice) => JSON.parse(found.bytes.toString('utf8'));

describe('JsonSlicer', () => {
  const anyJson = fc.jsonValue({ maxDepth: 4 });

  it('cuts any sections into the records that JSON.parse finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.dictionary(fc.string(), anyJson)),
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.constantFrom(undefined, 2),
        (root, pieces, indent) => {
          const { slices } = slice(JSON.stringify(root, undefined, indent), {
            pieces,
          });
          expect(
            slices.map(found => [found.section, found.key, parsed(found)]),
          ).toEqual(
            Object.entries(root).flatMap(([section, records]) =>
              Object.entries(records).map(([key, value]) => [
                section,
                key,
                JSON.parse(JSON.stringify(value)),
              ]),
            ),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('cuts a list into its elements, and counts their keys', () => {
    fc.assert(
      fc.property(
        fc.array(anyJson),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (root, pieces) => {
          const { slices } = slice(JSON.stringify(root), { pieces });
          expect(slices.map(parsed)).toEqual(JSON.parse(JSON.stringify(root)));
          slices.forEach((found, index) => {
            expect(found.index).toBe(index);
            expect(found.keyCount).toBe(countKeys(parsed(found)));
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never takes the beginning of a file for all of it', () => {
    const text = JSON.stringify({
      nodes: { a: { x: ['}', '\\"', 1] } },
      list: [1, 'two', { three: 3 }],
      docs: 'text',
    });
    for (let length = 1; length < text.length; length++) {
      expect(() => slice(text.slice(0, length))).toThrow(/ends early/);
    }
    expect(() => slice('')).toThrow(/empty/);
  });

  it('skips, takes whole, or cuts, as planned', () => {
    const plans: Record<string, SectionPlan> = { skip: 'skip', whole: 'value' };
    const { slices } = slice(
      '{"skip": {"a": [1]}, "whole": {"b": 2}, "cut": {"c": 3}, "nothing": null}',
      { plan: section => plans[section] ?? 'records' },
    );
    expect(
      slices.map(({ section, key, isWhole, bytes }) => [
        section,
        key,
        isWhole,
        bytes.toString(),
      ]),
    ).toEqual([
      ['whole', undefined, true, '{"b": 2}'],
      ['cut', 'c', false, '3'],
      ['nothing', undefined, true, 'null'],
    ]);
  });

  it('gives a record up at a limit and goes on with the next', () => {
    const { slices } = slice(
      JSON.stringify({
        n: { big: 'x'.repeat(500), deep: [[[[[[]]]]]], small: { ok: 1 } },
      }),
      { limits: { recordBytes: 200, depth: 5 }, pieces: [100, 100, 100] },
    );
    expect(slices.map(({ key, exceeds }) => [key, exceeds])).toEqual([
      ['big', 'bytes'],
      ['deep', 'depth'],
      ['small', undefined],
    ]);
    expect(slices[0].bytes).toHaveLength(0);
  });

  it('passes over merge markers between records, not around the file', () => {
    const text =
      '{"nodes": {\n<<<<<<< HEAD\n"a": {"v": 1},\n=======\n"a": {"v": 2},\n>>>>>>> main\n"b": {}\n}}';
    const { slices, said } = slice(text);
    expect(slices.map(({ key }) => key)).toEqual(['a', 'a', 'b']);
    expect(said).toEqual(['marker nodes', 'marker nodes', 'marker nodes']);
    expect(() => slice('<<<<<<< HEAD\n{}\n')).toThrow(/git conflict markers/);
    expect(() =>
      slice('{"nodes": {"a": {\n<<<<<<< HEAD\n"x": {\n=======\n>>>>>>> m\n}}}'),
    ).toThrow(/git conflict markers/);
  });

  it('says where it is no JSON, and when a section comes twice', () => {
    expect(() => slice('{nodes: {}}')).toThrow(/at byte 1 /);
    expect(() => slice('{"nodes": {}]')).toThrow(/at byte 12 /);
    expect(() => slice('{} {}')).toThrow(/at byte 3 /);
    expect(slice('{"n": {}, "n": {"a": 1}}').said).toEqual(['repeated n']);
  });
});
