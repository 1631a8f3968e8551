import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import { maskRecord } from './maskRecord';
import { TextMask } from './TextMask';

const mask = new TextMask({ emails: true, secrets: true, rules: [] });

describe('TextMask', () => {
  it.each([
    ['Ask hanako.sato+x@sales.example.co.jp.', 'Ask [e-mail].'],
    ['担当は taro@example.com です', '担当は [e-mail] です'],
    ['@mention, a@b and 3 @ 5 stay', '@mention, a@b and 3 @ 5 stay'],
    ['AKIAIOSFODNN7EXAMPLE here', '[secret] here'],
    [`x ghp_${'a1'.repeat(18)} y`, 'x [secret] y'],
    ['postgres://app:s3cret!@db:5432/x', 'postgres://app:[secret]@db:5432/x'],
    ['api_key = "abcdef123456"', 'api_key = "[secret]"'],
    [
      'https://x.jp/?api_key=abcdef12&y=1',
      'https://x.jp/?api_key=[secret]&y=1',
    ],
    [
      'the password: of the user is hashed',
      'the password: of the user is hashed',
    ],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----!',
      '[secret]!',
    ],
    [
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N',
      '[secret]',
    ],
  ])('masks %j', (text, masked) => {
    expect(mask.prose(text)).toBe(masked);
    expect(mask.prose(masked)).toBe(masked);
  });

  it('masks as it is configured', () => {
    const none = new TextMask({ emails: false, secrets: false, rules: [] });
    const text = 'a@example.com, AKIAIOSFODNN7EXAMPLE, 顧客番号 123-45';
    expect(none.prose(text)).toBe(text);
    const own = new TextMask({
      emails: false,
      secrets: false,
      rules: [{ name: 'n', pattern: /\d{3}-\d{2}/gu, replacement: '***' }],
    });
    expect(own.prose(text)).toContain('顧客番号 ***');
    expect(own.fingerprint).not.toBe(none.fingerprint);
  });

  it.each(['a.', '-', 'a@', 'api_key', '://a:', '-----BEGIN '])(
    'reads a long text of %j, which would take hours in quadratic time',
    hostile => {
      const text = hostile.repeat(1_000_000 / hostile.length);
      expect(mask.prose(text)).toBe(text);
    },
  );
});

describe('maskRecord', () => {
  it('masks texts, and leaves identities, owners and what a query compares with', () => {
    const record: SnapshotRecord = {
      kind: 'dataset',
      id: { namespace: 'bigquery', name: 'p.d.a@example.com' },
      owners: [{ email: 'a@example.com' }],
      purpose: 'by a@example.com',
      viewSql: `select 1 where mail = 'a@example.com' -- ghp_${'a1'.repeat(
        18,
      )}`,
      columns: [
        { name: 'x', definition: { en: 'plain' } },
        { name: 'y', definition: { en: 'ask a@example.com', ja: '列' } },
      ],
    };
    expect(maskRecord(record, mask)).toEqual({
      ...record,
      purpose: 'by [e-mail]',
      viewSql: `select 1 where mail = 'a@example.com' -- [secret]`,
      columns: [
        { name: 'x', definition: { en: 'plain' } },
        { name: 'y', definition: { en: 'ask [e-mail]', ja: '列' } },
      ],
    });
    const plain: SnapshotRecord = {
      ...record,
      purpose: 'p',
      viewSql: '1',
      columns: [],
    };
    expect(maskRecord(plain, mask)).toBe(plain);
    expect(
      maskRecord(
        {
          kind: 'saved-query',
          id: 'q',
          title: 'of a@example.com',
          url: 'https://redash.example.com/q?api_key=abcdef123456',
          sql: "select 'a@example.com'",
        },
        mask,
      ),
    ).toMatchObject({
      title: 'of [e-mail]',
      url: 'https://redash.example.com/q?api_key=[secret]',
      sql: "select 'a@example.com'",
    });
  });
});
