import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { expectCompleteTranslations } from './expectCompleteTranslations';
import { reactKitTranslationRef } from './translationRef';

function refWith(japanese: { a: string | null; b: string | null }) {
  return createTranslationRef({
    id: 'test',
    messages: { a: 'A', b: 'B {{name}}' },
    translations: { ja: async () => ({ default: japanese }) },
  });
}

describe('expectCompleteTranslations', () => {
  it('accepts the texts of this package', async () => {
    await expect(
      expectCompleteTranslations(reactKitTranslationRef),
    ).resolves.toBeUndefined();
  });

  it.each([
    [{ a: null, b: 'い {{name}}' }, "'a' is missing"],
    [{ a: ' ', b: 'い {{name}}' }, "'a' is missing"],
    [{ a: 'あ', b: 'い' }, "'b' has other placeholders"],
    [{ a: 'あ', b: 'い {{nam}}' }, "'b' has other placeholders"],
    [{ a: 'あ', b: 'い {{name}}', c: 'う' }, "'c' is no key"],
  ])('refuses %j', async (japanese, problem) => {
    await expect(expectCompleteTranslations(refWith(japanese))).rejects.toThrow(
      problem,
    );
  });

  it('refuses a ref without the language', async () => {
    const ref = createTranslationRef({ id: 'test', messages: { a: 'A' } });
    await expect(expectCompleteTranslations(ref)).rejects.toThrow(
      "'a' is missing",
    );
  });
});
