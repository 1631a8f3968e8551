import { onGuestPage } from './guest-page.mjs';
import { MART_NAME } from './mart-spec.mjs';
import { TIME_ZONE } from './stock-portal.mjs';

/** @typedef {import('./enter-portal.mjs').AdopterPortal} AdopterPortal */

/**
 * @param {{ root: string, portal: AdopterPortal, request: { id: string } }} options
 * @throws Skipped without a Chromium
 */
export async function pagesLoad({ root, portal, request }) {
  const pages = `${portal.base}/data-requests`;
  await onGuestPage(root, pages, async page => {
    await page.getByRole('heading', { name: 'Data requests' }).waitFor();
    await page.getByRole('link', { name: new RegExp(MART_NAME) }).click();
    await page.waitForURL(new RegExp(request.id));
    await page.getByRole('tab', { name: 'Files' }).click();
    // Shown by the code editor, which the stock app loads only now.
    await page.getByText('total_budget').first().waitFor();

    await page.goto(`${pages}/new/data-mart`);
    await page.getByLabel('Which question should the mart answer?').waitFor();
  });
  return { detail: 'list, request, form' };
}

/**
 * @param {{ root: string, portal: AdopterPortal }} options a portal without a
 *   target
 * @throws Skipped without a Chromium
 */
export async function formNamesConfig({ root, portal }) {
  const form = `${portal.base}/data-requests/new/data-mart`;
  await onGuestPage(root, form, page =>
    page.getByText('dataRequests.targets').waitFor(),
  );
  return {};
}

/**
 * What a package's own config schema declares as visible must arrive: without
 * it the pages show times in the browser's zone.
 *
 * @param {AdopterPortal} portal
 */
export async function configReachesBrowser({ base }) {
  const response = await fetch(base);
  if (!(await response.text()).includes(TIME_ZONE)) {
    throw new Error('suido.timeZone is not in the config of the app');
  }
  return {};
}
