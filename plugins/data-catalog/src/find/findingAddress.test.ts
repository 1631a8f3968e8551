import {
  readFinding,
  toggleNarrowing,
  toSearchQuery,
  writeFinding,
} from './findingAddress';

it('reads back what it writes', () => {
  const finding = {
    words: '売上 daily & more',
    narrowings: {
      layer: ['mart', 'bi'],
      tier: ['3', '4'],
      owner: ['group:default/a'],
    },
  };
  expect(readFinding(writeFinding(finding))).toStrictEqual(finding);
  expect(toSearchQuery(finding)).toMatchObject({
    q: '売上 daily & more',
    layer: ['mart', 'bi'],
    tier: [3, 4],
  });
});

it('leaves out what no facet can have, and cuts what is too long', () => {
  const finding = readFinding(
    new URLSearchParams([
      ['q', 'x'.repeat(300)],
      ['layer', 'gold'],
      ['layer', 'mart'],
      ['layer', 'mart'],
      ['tier', '9'],
      ['tier', '__proto__'],
      ['kind', 'person'],
      ['freshness', 'day'],
      ['unknown', 'x'],
    ]),
  );
  expect(finding).toStrictEqual({
    words: 'x'.repeat(200),
    narrowings: { layer: ['mart'], freshness: ['day'] },
  });
  expect(() => toSearchQuery(finding)).not.toThrow();
});

it('takes values in and out', () => {
  const one = toggleNarrowing({}, 'layer', 'mart');
  const two = toggleNarrowing(one, 'layer', 'raw');
  expect(two).toStrictEqual({ layer: ['mart', 'raw'] });
  expect(toggleNarrowing(two, 'layer', 'mart')).toStrictEqual({
    layer: ['raw'],
  });
  expect(toggleNarrowing(one, 'layer', 'mart')).toStrictEqual({});
});
