import { InputError, NotFoundError } from '@backstage/errors';
import { highestTier, MASKED_FROM_TIER } from '@suido/vocabulary';
import { tierOfColumn, type DatasetTiers } from '../masking/classify';
import { maskValue } from '../masking/maskValue';
import { columnTypeOf, type ColumnType } from './columnType';
import { quoteIdentifier, quoteRelation, relationNameOf } from './quote';
import { toSampleValue, type SampleValue } from './sampleValue';
import type { DatasetState, StateStore } from './StateStore';
import type { Warehouse } from './Warehouse';

/** Rows of a dataset, column by column. */
export interface SampleTable {
  readonly revision: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly masked: boolean;
    readonly values: readonly SampleValue[];
  }[];
  readonly rowCount: number;
}

/** Takes sample rows out of the warehouse, masked before they leave it. */
export class Sampler {
  constructor(
    private readonly warehouse: Warehouse,
    private readonly states: StateStore,
    private readonly currentTiers: () => ReadonlyMap<string, DatasetTiers>,
    private readonly maskKey: Buffer,
  ) {}

  /**
   * At most `limit` rows, the same ones each time for one revision.
   *
   * @remarks
   * A table that fits comes whole, in the order of its columns that are not
   * masked; of a larger one the rows
   * with the smallest hash, so any choice of columns shows the same rows.
   *
   * @throws `NotFoundError` where the dataset or a column is not there
   */
  async sample(
    name: string,
    columns: readonly string[],
    limit: number,
  ): Promise<SampleTable> {
    if (new Set(columns).size !== columns.length) {
      throw new InputError('A column is asked for twice');
    }
    const before = this.builtState(name);
    const table = await this.readRows(before, columns, limit);
    // A rebuild in between could pair the rows with older tiers: read again
    const after = this.builtState(name);
    return before.revision === after.revision
      ? table
      : this.sample(name, columns, limit);
  }

  private async readRows(
    state: BuiltState,
    names: readonly string[],
    limit: number,
  ): Promise<SampleTable> {
    const columns = names.map(name => this.columnOf(state, name));
    const fits = (state.rowCount ?? 0) <= limit;
    const selected = columns.map(({ name, type }) =>
      type === 'unknown'
        ? `cast(${quoteIdentifier(name)} as varchar)`
        : quoteIdentifier(name),
    );
    // Not by a masked column: the order of its values would tell of them
    const visible = columns.flatMap(({ masked }, index) =>
      masked ? [] : [String(index + 1)],
    );
    const order = [...(fits ? visible : []), 'hash(t)'];
    const relation = relationNameOf(state.name);
    if (!relation) {
      throw new NotFoundError(`The warehouse has no dataset ${state.name}`);
    }
    const rows = await this.warehouse.read(query =>
      query(
        `select ${selected.join(', ')} from ${quoteRelation(relation)} as t
         order by ${order.join(', ')} limit ${limit}`,
      ),
    );
    return {
      revision: state.revision,
      rowCount: rows.length,
      columns: columns.map((column, index) => ({
        ...column,
        values: rows.map(row => {
          const value = toSampleValue(row[index], column.type);
          return column.masked
            ? maskValue(value, column.type, this.maskKey)
            : value;
        }),
      })),
    };
  }

  private columnOf(state: BuiltState, name: string) {
    const column = state.columns.find(found => found.name === name);
    if (!column) {
      throw new NotFoundError(`${state.name} has no column ${name}`);
    }
    // Of the data as it was built, and of the repository as it is now
    const current = this.currentTiers().get(state.name);
    const tier = highestTier(
      current ? [tierOfColumn(current, name)] : [],
      column.tier,
    );
    return {
      name,
      type: columnTypeOf(column.type),
      masked: tier >= MASKED_FROM_TIER,
    };
  }

  private builtState(name: string): BuiltState {
    const state = this.states.get(name);
    if (!state?.revision) {
      throw new NotFoundError(`The warehouse has no dataset ${name}`);
    }
    return { ...state, revision: state.revision };
  }
}

type BuiltState = DatasetState & { readonly revision: string };
