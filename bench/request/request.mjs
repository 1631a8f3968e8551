import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/network/ports.mjs';
import { removeEmbeddedPostgres } from '../../scripts/lib/postgres/postgres.mjs';
import { childEnvironment } from '../../scripts/lib/process/environment.mjs';
import { startPortal } from '../our-portal.mjs';
import { percentile } from '../percentile.mjs';
import { branchesOf, proposeWithGit } from './gitFloor.mjs';
import { readMartSpec } from './martSpec.mjs';
import { mergeAndFind, preview, propose, submit, timed } from './measure.mjs';
import { Person } from './Person.mjs';

const STOP_GRACE_MS = 10_000;
const COLD_STARTS = 5;
const WARM_PREVIEWS = 200;
const PROPOSALS = 20;
const AUTHORS = 50;
const PREVIEWS_PER_AUTHOR = 4;
/** As a page does that waits for its request. */
const CROWD_LOOKS_EVERY_MS = 1_000;
const PEER = 'git clone, branch, commit, push';

/**
 * A mart request from typing to catalog, of one author and of fifty at once,
 * on the demo company in a folder of its own.
 *
 * @param {{ root: string, progress: import('../../scripts/lib/console/progress.mjs').Progress,
 *   signal: AbortSignal }} context
 * @returns {Promise<import('../results.mjs').Result[]>}
 */
export async function run({ root, progress, signal }) {
  const scratch = mkdtempSync(join(tmpdir(), 'suido-bench-'));
  chmodSync(scratch, 0o755);
  const stateDirectory = join(scratch, 'state');
  const repository = join(stateDirectory, 'forge/data-platform.git');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const start = async () =>
    (
      await startPortal({
        clone: root,
        stateDirectory,
        port,
        env: childEnvironment(),
        name: 'portal',
        logs: join(scratch, 'logs'),
        signal,
      })
    ).child;
  const figures = {};
  let portal;
  try {
    await progress.step('First previews after a start', async () => {
      figures.cold = [];
      for (let round = 0; round < COLD_STARTS; round++) {
        await portal?.stop(STOP_GRACE_MS);
        portal = await start();
        const author = await Person.enter(url, 'hanako.sato');
        const martSpec = await readMartSpec(author);
        figures.cold.push(
          await timed(() => preview(author, martSpec(0, 'fct_cold'))),
        );
      }
    });
    const author = await Person.enter(url, 'hanako.sato');
    const engineer = await Person.enter(url, 'kenji.tanaka');
    const martSpec = await readMartSpec(author);
    await progress.step('Previews of one author', async () => {
      figures.warm = [];
      for (let index = 0; index < WARM_PREVIEWS; index++) {
        const spec = martSpec(0, 'fct_typing', ` (${index})`);
        figures.warm.push(await timed(() => preview(author, spec)));
      }
    });
    await progress.step('Pull requests of one author', () =>
      measureProposals({ figures, author, martSpec, repository, scratch }),
    );
    await progress.step('A merge, until it is in the catalog', async () => {
      figures.merged = await mergeAndFind(engineer, figures.lastRequest);
    });
    await progress.step(`${AUTHORS} authors at once`, () =>
      measureCrowd({ figures, url, martSpec, repository }),
    );
  } finally {
    await portal?.stop(STOP_GRACE_MS);
    await removeEmbeddedPostgres(stateDirectory);
    rmSync(scratch, { recursive: true, force: true });
  }
  return results(figures);
}

async function measureProposals(context) {
  const { figures, author, martSpec, repository, scratch } = context;
  const clones = join(scratch, 'clones');
  mkdirSync(clones);
  figures.proposed = [];
  figures.gitProposed = [];
  for (let index = 0; index < PROPOSALS; index++) {
    const spec = martSpec(index, `fct_single_${index}`);
    const { changeSet } = await preview(author, spec);
    figures.proposed.push(
      await timed(async () => {
        figures.lastRequest = await propose(author, spec);
      }),
    );
    figures.gitProposed.push(
      await proposeWithGit({
        repository,
        scratch: clones,
        branch: `bench/${index}`,
        files: changeSet.files,
      }),
    );
  }
}

/** Everybody previews while typing, without a pause for thought, then sends. */
async function measureCrowd({ figures, url, martSpec, repository }) {
  const people = await Promise.all(
    Array.from({ length: AUTHORS }, (_, index) =>
      Person.enter(url, index % 2 ? 'hanako.sato' : 'tom.wilson'),
    ),
  );
  const crowdSpec = (index, more) =>
    martSpec(PROPOSALS + index, `fct_crowd_${index}`, more);
  figures.crowdPreviews = [];
  await Promise.all(
    people.map(async (person, index) => {
      for (let round = 0; round < PREVIEWS_PER_AUTHOR; round++) {
        const spec = crowdSpec(index, ` (${round})`);
        figures.crowdPreviews.push(await timed(() => preview(person, spec)));
      }
    }),
  );
  figures.crowdSubmitted = [];
  figures.crowdProposed = [];
  const requests = await Promise.all(
    people.map(async (person, index) => {
      let request;
      figures.crowdProposed.push(
        await timed(async () => {
          figures.crowdSubmitted.push(
            await timed(async () => {
              request = await submit(person, crowdSpec(index));
            }),
          );
          request = await person.untilState(
            request.id,
            'in-review',
            CROWD_LOOKS_EVERY_MS,
          );
        }),
      );
      return request;
    }),
  );
  const branches = new Set(await branchesOf(repository));
  figures.lost = requests.filter(
    ({ proposal }) => !branches.has(proposal.branch),
  ).length;
}

function results(figures) {
  const line = (figure, values, share, goal, work) => ({
    figure,
    unit: 'ms',
    ours: Math.round(percentile(values, share)),
    goal,
    work,
  });
  const warm = `${WARM_PREVIEWS} previews with sample rows, one author`;
  const cold = `the first one after a start, ${COLD_STARTS} starts`;
  const crowd = `${AUTHORS} authors, no pause between requests`;
  return [
    line('preview p50, warm', figures.warm, 0.5, undefined, warm),
    line('preview p95, warm', figures.warm, 0.95, '<= 500', warm),
    line('preview p50, cold', figures.cold, 0.5, undefined, cold),
    line('preview p95, cold', figures.cold, 0.95, '<= 2000', cold),
    {
      ...line(
        'submit to pull request, p95',
        figures.proposed,
        0.95,
        '<= 2000',
        `${PROPOSALS} marts, the same files`,
      ),
      peer: PEER,
      theirs: Math.round(percentile(figures.gitProposed, 0.95)),
    },
    line(
      'merge to catalog',
      [figures.merged],
      1,
      '<= 10000',
      'the dataset is found by its name',
    ),
    line('preview p95, crowd', figures.crowdPreviews, 0.95, '<= 1500', crowd),
    line('submit p95, crowd', figures.crowdSubmitted, 0.95, '<= 5000', crowd),
    line(
      'submit to pull request p95, crowd',
      figures.crowdProposed,
      0.95,
      undefined,
      crowd,
    ),
    {
      figure: 'lost, crowd',
      unit: 'branches',
      ours: figures.lost,
      goal: '<= 0',
      work: `${AUTHORS} pull requests, asked of git`,
    },
  ];
}
