/**
 * Why a part of a contract is not as it should be, or not there.
 *
 * - `broken`: the text is no contract that can be read
 * - `duplicate-key`: a key stands twice; the last one counts
 * - `unnamed`: an object or a property without a name; it is left out
 * - `no-namespace`: nothing says where an object is; it is left out
 * - `unknown-classification`: a word that no tier is configured for
 * - `unknown-relationship`: a reference whose target is not in the contract
 * @public
 */
export type ContractProblemCode =
  | 'broken'
  | 'duplicate-key'
  | 'unnamed'
  | 'no-namespace'
  | 'unknown-classification'
  | 'unknown-relationship';

/** @public */
export interface ContractProblem {
  readonly code: ContractProblemCode;
  /** `schema[2].properties[0]`; empty where it is about the whole. */
  readonly at: string;
  readonly message: string;
}

/** Where objects of a contract are. @public */
export interface ContractServer {
  readonly name?: string;
  readonly type: string;
  readonly environment?: string;
  /** All fields that are texts or numbers: `host`, `database`, `project`. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Somebody of the team. @public */
export interface ContractMember {
  readonly username: string;
  readonly name?: string;
  readonly email?: string;
  readonly role?: string;
}

/** A promise about the service. @public */
export interface ContractSla {
  readonly property: string;
  readonly value: string;
  readonly unit?: string;
  /** What it is about, where it is not everything: `table.column`. */
  readonly element?: string;
}

/** A quality rule. @public */
export interface ContractRule {
  readonly name: string;
  /** Where it is about several; else it is about what it stands at. */
  readonly columns: readonly string[];
  readonly severity?: string;
}

/** A reference, from columns of its object. @public */
export interface ContractRelationship {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A property, or one inside it: `address.city`. @public */
export interface ContractProperty {
  readonly at: string;
  /** From the top of its object, in the physical names. */
  readonly path: string;
  /** The same in the contract's own names. */
  readonly logicalPath: string;
  readonly type?: string;
  readonly isRequired?: boolean;
  /** Place in the primary key, from 1; 0 where only that it is in it is said. */
  readonly primaryKeyPosition?: number;
  readonly partitionKeyPosition?: number;
  readonly classification?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly rules: readonly ContractRule[];
  /** What this project wrote where the standard has no key. */
  readonly extension: unknown;
}

/** A table, a view, a topic. @public */
export interface ContractObject {
  readonly at: string;
  readonly name: string;
  readonly physicalName: string;
  readonly physicalType?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  /** Depth first. */
  readonly properties: readonly ContractProperty[];
  readonly rules: readonly ContractRule[];
  readonly relationships: readonly ContractRelationship[];
  readonly extension: unknown;
}

/** What a contract says, as far as a catalog wants to know. @public */
export interface Contract {
  readonly apiVersion: string;
  readonly status?: string;
  readonly domain?: string;
  readonly dataProduct?: string;
  readonly purpose?: string;
  readonly tags: readonly string[];
  readonly servers: readonly ContractServer[];
  readonly teamName?: string;
  /** Who is of the team now. */
  readonly members: readonly ContractMember[];
  readonly sla: readonly ContractSla[];
  readonly objects: readonly ContractObject[];
}
