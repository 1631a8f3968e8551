import { FAILURES } from '../ArtifactError';
import { REASONS } from './reasons';

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe('texts', () => {
  const texts = [
    ...Object.entries(REASONS).map(([code, { text }]) => ({ code, ...text })),
    ...Object.entries(FAILURES).map(([code, text]) => ({ code, ...text })),
  ];

  it.each(texts)('has both languages for $code', ({ en, ja }) => {
    expect(en).toMatch(/^(?:[A-Z]|dbt ).*[^.]$/);
    expect(en).not.toMatch(JAPANESE);
    expect(ja).toMatch(JAPANESE);
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].join();
    expect(names(ja)).toBe(names(en));
  });
});
