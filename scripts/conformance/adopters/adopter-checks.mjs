import { buildStockApp } from '../../lib/stock/stock-app.mjs';
import {
  noTargetAnswers,
  openApiIsServed,
  previewWorks,
  requestIsProposed,
  targetsAnswer,
} from './check-api.mjs';
import {
  configReachesBrowser,
  formNamesConfig,
  pagesLoad,
} from './check-page.mjs';
import { previewProcessComputes } from './check-preview-process.mjs';
import { refusesSqlite } from './check-sqlite.mjs';
import { typesAreAccepted } from './check-types.mjs';
import { enterPortal } from './enter-portal.mjs';
import { packPackages } from './pack-packages.mjs';
import { assertRegistry, installCheckout } from './prerequisites.mjs';
import { CONFIGS, makeStockPortal, STOCK_CONFIGS } from './stock-portal.mjs';

/**
 * Every check, each as soon as what it needs is there.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @param {import('../suite.mjs').Suite} suite
 */
export async function checkAdopters(context, suite) {
  const registry = await suite.check('npm registry answers', () =>
    assertRegistry(context),
  );
  const ready = await suite.check(
    'this checkout is installed',
    () => installCheckout(context),
    [registry],
  );
  const packed = await suite.check(
    'the packages build and pack',
    () => packPackages(context),
    [ready],
  );
  const installed = await suite.check(
    'a stock Backstage installs the tarballs',
    () => makeStockPortal(context, packed.packages),
    [packed],
  );
  // Beside what needs no app, because it takes longest.
  const bundling = installed && bundle(context, installed);
  await suite.check(
    'TypeScript takes the declarations',
    () => typesAreAccepted(context, installed),
    [installed],
  );
  await suite.check(
    'the preview process runs from node_modules',
    () => previewProcessComputes(context, installed),
    [installed],
  );
  await suite.check(
    'on SQLite this plugin alone refuses, and says what to configure',
    () => refusesSqlite(context, installed),
    [installed],
  );
  const bundled = await suite.check('its app builds', () => bundling, [
    installed,
  ]);
  await inPortal(
    context,
    suite,
    { title: 'its backend is ready', configs: CONFIGS, installed, bundled },
    portal => checkPortal(context, suite, { ...installed, portal }),
  );
  await inPortal(
    context,
    suite,
    {
      title: 'it is ready without a target too',
      configs: STOCK_CONFIGS,
      installed,
      bundled,
    },
    portal => checkUnconfigured(context, suite, portal),
  );
}

async function inPortal(context, suite, options, runThere) {
  const { title, configs, installed, bundled } = options;
  const portal = await suite.check(
    title,
    () => enterPortal(context, installed, configs),
    [bundled],
  );
  try {
    await runThere(portal);
  } finally {
    await portal?.stop();
  }
}

async function checkUnconfigured({ root }, suite, portal) {
  await suite.check('there is no target then', () => noTargetAnswers(portal), [
    portal,
  ]);
  await suite.check(
    'and the form says what to configure',
    () => formNamesConfig({ root, portal }),
    [portal],
  );
}

async function checkPortal({ root }, suite, { target, portal }) {
  await suite.check(
    'a guest reads the target and its house rules',
    () => targetsAnswer(portal),
    [portal],
  );
  await suite.check('openapi.json is served', () => openApiIsServed(portal), [
    portal,
  ]);
  await suite.check(
    'what config shows to browsers reaches them',
    () => configReachesBrowser(portal),
    [portal],
  );
  const previewed = await suite.check(
    'a preview shows the files, and why there are no sample rows',
    () => previewWorks(portal, target),
    [portal],
  );
  const proposed = await suite.check(
    'a sent request becomes a pull request',
    () => requestIsProposed(portal, previewed.spec),
    [previewed],
  );
  await suite.check(
    'the pages load in Chromium, in English',
    () => pagesLoad({ root, portal, request: proposed.request }),
    [proposed],
  );
}

function bundle({ env, signal }, { target }) {
  const building = buildStockApp(target, env, signal).then(seconds => ({
    detail: `${seconds} s`,
  }));
  // Waited for later; until then a failure is nobody's unhandled rejection.
  building.catch(() => {});
  return building;
}
