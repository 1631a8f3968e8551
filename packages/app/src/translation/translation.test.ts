import { expectCompleteTranslations } from '@suido/react-kit';
import { coreResources } from './core/resources';
import { suidoAppTranslationRef } from './ref';

it('has every text of the app in Japanese', async () => {
  await expect(
    expectCompleteTranslations(suidoAppTranslationRef),
  ).resolves.toBeUndefined();
});

/** What a resource carries beside its public type (frontend-plugin-api 0.18). */
interface InnerResource {
  readonly resources: readonly {
    readonly language: string;
    loader(): Promise<{ messages: Record<string, string | null> }>;
  }[];
}

function isInnerResource(resource: object): resource is InnerResource {
  return 'resources' in resource;
}

it.each(Object.entries(coreResources))(
  'has Japanese for %s, without empty texts',
  async (_, resource) => {
    if (!isInnerResource(resource)) {
      throw new Error('Translation resources have an unknown form');
    }
    const japanese = resource.resources.find(
      ({ language }) => language === 'ja',
    );
    const { messages } = await japanese!.loader();
    expect(Object.keys(messages).length).toBeGreaterThan(0);
    expect(Object.values(messages).filter(text => !text?.trim())).toEqual([]);
  },
);
