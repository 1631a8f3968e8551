import type {
  ColumnRecord,
  DatasetRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { AuthoredText } from '@suido/vocabulary';
import type { ReadingCause } from './ReadingTally';

/** Longest definition that the catalog takes. @public */
export const MOST_TEXT_CHARS = 65_536;
/** Longest query of a view that it takes. @public */
export const MOST_SQL_CHARS = 1_000_000;

const MOST_FOREIGN_KEYS = 500;
const MOST_COLUMNS = 20_000;
const MOST_NAME_CHARS = 1_024;
const MOST_TYPE_CHARS = 20_000;
const MOST_PARTITIONING_CHARS = 256;

const TEXT_CUT: ReadingCause = {
  code: 'text-too-long',
  outcome: 'repaired',
  text: {
    en: 'A description was longer than 65,536 characters and was cut.',
    ja: '説明が 65,536 文字を超えたため、途中で切りました。',
  },
};

const SQL_TOO_LONG: ReadingCause = {
  code: 'sql-too-long',
  outcome: 'repaired',
  text: {
    en: 'A view’s query was longer than 1,000,000 characters and is not shown.',
    ja: 'ビューのクエリが 1,000,000 文字を超えたため、表示しません。',
  },
};

const TOO_MANY_FOREIGN_KEYS: ReadingCause = {
  code: 'too-many-foreign-keys',
  outcome: 'repaired',
  text: {
    en: 'Only the first 500 foreign keys of a table are kept.',
    ja: '外部キーは 1 テーブルにつき先頭の 500 件までです。',
  },
};

const TOO_MANY_COLUMNS: ReadingCause = {
  code: 'too-many-columns',
  outcome: 'repaired',
  text: {
    en: 'Only the first 20,000 columns and fields of a dataset are kept.',
    ja: '列とフィールドは 1 データセットにつき先頭の 20,000 件までです。',
  },
};

const COLUMN_NAME: ReadingCause = {
  code: 'column-name',
  outcome: 'repaired',
  text: {
    en: 'A column was left out: its name is empty, told twice, or longer than 1,024 characters.',
    ja: '名前が空・重複・1,024 文字超のいずれかに当たる列を除きました。',
  },
};

const TYPE_CUT: ReadingCause = {
  code: 'type-too-long',
  outcome: 'repaired',
  text: {
    en: 'A column’s type was longer than 20,000 characters and was cut.',
    ja: '列の型が 20,000 文字を超えたため、途中で切りました。',
  },
};

/**
 * A record as the catalog takes it, and what had to be repaired for that.
 *
 * @remarks
 * Of the facts that engines and files let grow without bounds: texts, types,
 * queries, and how many columns and keys there are.
 * @public
 */
export function fitDatasetRecord(told: DatasetRecord): {
  record: DatasetRecord;
  causes: ReadonlySet<ReadingCause>;
} {
  const causes = new Set<ReadingCause>();
  const cut = (text: string, most: number, cause: ReadingCause) => {
    if (text.length > most) {
      causes.add(cause);
    }
    return text.slice(0, most);
  };
  const fitText = (text: AuthoredText): AuthoredText => ({
    ...(text.en !== undefined && {
      en: cut(text.en, MOST_TEXT_CHARS, TEXT_CUT),
    }),
    ...(text.ja !== undefined && {
      ja: cut(text.ja, MOST_TEXT_CHARS, TEXT_CUT),
    }),
  });
  const fitColumn = (column: ColumnRecord): ColumnRecord => ({
    ...column,
    type: column.type && cut(column.type, MOST_TYPE_CHARS, TYPE_CUT),
    definition: column.definition && fitText(column.definition),
  });
  const fitList = <T>(
    list: readonly T[],
    most: number,
    cause: ReadingCause,
  ) => {
    if (list.length > most) {
      causes.add(cause);
    }
    return list.slice(0, most);
  };
  const names = new Set<string>();
  const isNew = ({ name }: ColumnRecord) => {
    const fits =
      name !== '' && name.length <= MOST_NAME_CHARS && !names.has(name);
    names.add(name);
    if (!fits) {
      causes.add(COLUMN_NAME);
    }
    return fits;
  };
  const isSqlTooLong = (told.viewSql?.length ?? 0) > MOST_SQL_CHARS;
  if (isSqlTooLong) {
    causes.add(SQL_TOO_LONG);
  }
  const { columns, foreignKeys, partitioning } = told;
  const record: DatasetRecord = {
    ...told,
    purpose: told.purpose && cut(told.purpose, MOST_TEXT_CHARS, TEXT_CUT),
    definition: told.definition && fitText(told.definition),
    columns:
      columns &&
      fitList(columns.filter(isNew), MOST_COLUMNS, TOO_MANY_COLUMNS).map(
        fitColumn,
      ),
    foreignKeys:
      foreignKeys &&
      fitList(foreignKeys, MOST_FOREIGN_KEYS, TOO_MANY_FOREIGN_KEYS),
    partitioning: partitioning && {
      ...partitioning,
      by: partitioning.by?.slice(0, MOST_PARTITIONING_CHARS),
    },
    viewSql: isSqlTooLong ? undefined : told.viewSql,
  };
  return { record, causes };
}
