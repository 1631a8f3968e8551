import { coreComponentsTranslationRef } from '@backstage/core-components/alpha';
import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { notificationsTranslationRef } from '@backstage/plugin-notifications/alpha';
import { orgTranslationRef } from '@backstage/plugin-org/alpha';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder/alpha';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';
import { searchTranslationRef } from '@backstage/plugin-search/alpha';
import { searchReactTranslationRef } from '@backstage/plugin-search-react/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';

/** Japanese messages for Backstage's own pages, each loaded when first needed. */
export const coreResources = {
  'core-components': createTranslationResource({
    ref: coreComponentsTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./coreComponents')).coreComponentsJa,
      }),
    },
  }),
  catalog: createTranslationResource({
    ref: catalogTranslationRef,
    translations: {
      ja: async () => ({ default: (await import('./catalog')).catalogJa }),
    },
  }),
  'catalog-react': createTranslationResource({
    ref: catalogReactTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./catalogReact')).catalogReactJa,
      }),
    },
  }),
  org: createTranslationResource({
    ref: orgTranslationRef,
    translations: {
      ja: async () => ({ default: (await import('./org')).orgJa }),
    },
  }),
  'user-settings': createTranslationResource({
    ref: userSettingsTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./userSettings')).userSettingsJa,
      }),
    },
  }),
  search: createTranslationResource({
    ref: searchTranslationRef,
    translations: {
      ja: async () => ({ default: (await import('./search')).searchJa }),
    },
  }),
  'search-react': createTranslationResource({
    ref: searchReactTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./searchReact')).searchReactJa,
      }),
    },
  }),
  notifications: createTranslationResource({
    ref: notificationsTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./notifications')).notificationsJa,
      }),
    },
  }),
  scaffolder: createTranslationResource({
    ref: scaffolderTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./scaffolder')).scaffolderJa,
      }),
    },
  }),
  'scaffolder-react': createTranslationResource({
    ref: scaffolderReactTranslationRef,
    translations: {
      ja: async () => ({
        default: (await import('./scaffolderReact')).scaffolderReactJa,
      }),
    },
  }),
};
