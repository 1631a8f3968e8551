import assert from 'node:assert/strict';
import {
  createFile,
  NEW_MART,
  people,
  proposeInput,
  refused,
} from './contractSteps';
import type { ForgeContractCase } from './ForgeHarness';

/** What people say on a proposal. */
export const commentingCases: readonly ForgeContractCase[] = [
  {
    name: 'comments answer each other, suggest, and stay with their commit',
    async run(harness) {
      const { forge, repository, commitOutside } = harness;
      const proposal = await forge.propose(
        repository,
        proposeInput('talk', [createFile(NEW_MART, 'select\n  1,\n  2\n')]),
      );
      const { number, headSha } = proposal;
      const anchor = { path: NEW_MART, line: 2, endLine: 3 };
      const asked = await forge.comment(repository, number, {
        actor: people.stranger,
        body: 'なぜ 1?',
        anchor,
      });
      const { id, at, ...rest } = asked;
      assert.match(id, /^.{1,64}$/);
      assert.equal(new Date(at).toISOString(), at);
      assert.deepEqual(rest, {
        actor: 'user:default/stranger',
        body: 'なぜ 1?',
        anchor,
        headSha,
      });
      const moved = await commitOutside(proposal.branch, {
        [NEW_MART]: 'select 1\n',
      });
      const answer = await forge.comment(repository, number, {
        actor: people.author,
        body: '',
        inReplyTo: id,
        anchor: { path: NEW_MART, line: 1 },
        suggestion: 'select 3\n  -- 三',
      });
      assert.equal(answer.inReplyTo, id);
      assert.equal(answer.suggestion, 'select 3\n  -- 三');
      assert.equal(answer.headSha, moved);
      const whole = await forge.comment(repository, number, {
        actor: people.owner,
        body: 'Fine',
      });
      const all = [asked, answer, whole];
      assert.equal(new Set(all.map(comment => comment.id)).size, 3);
      const restarted = await harness.restart();
      const found = await restarted.get(repository, number);
      assert.deepEqual(found?.comments, all);
    },
  },
  {
    name: 'a comment sent again after a lost answer counts once',
    async run({ forge, repository }) {
      const { number } = await forge.propose(
        repository,
        proposeInput('again', [createFile(NEW_MART, 'select 1\n')]),
      );
      const say = (body: string) =>
        forge.comment(repository, number, {
          actor: people.stranger,
          body,
          anchor: { path: NEW_MART, line: 1 },
        });
      const [first, twin] = await Promise.all([say('なぜ?'), say('なぜ?')]);
      assert.deepEqual(twin, first);
      const other = await say('ありがとう');
      const later = await say('なぜ?');
      const found = await forge.get(repository, number);
      assert.deepEqual(found?.comments, [first, other, later]);
    },
  },
  {
    name: 'an answer to what nobody said is refused',
    async run({ forge, repository }) {
      const [one, other] = await Promise.all(
        ['one', 'other'].map(id =>
          forge.propose(
            repository,
            proposeInput(id, [createFile(`models/marts/sales/${id}.sql`)]),
          ),
        ),
      );
      const say = (number: number, inReplyTo?: string) =>
        forge.comment(repository, number, {
          actor: people.owner,
          body: 'x',
          inReplyTo,
        });
      const elsewhere = await say(other.number);
      for (const id of [elsewhere.id, '999', '0', '', 'x', "1'; --"]) {
        await refused('InputError', say(one.number, id), 'inReplyTo');
      }
      const proposal = await forge.get(repository, one.number);
      assert.deepEqual(proposal?.comments, []);
      await refused(
        'InputError',
        forge.comment(repository, one.number, {
          actor: people.owner,
          body: '',
          suggestion: 'a\0b',
        }),
        'suggestion',
      );
    },
  },
];
