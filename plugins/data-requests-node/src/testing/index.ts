export { FORGE_CONTRACT } from './forgeContract';
export {
  FORGE_CONTRACT_ALLOWED_PATHS,
  FORGE_CONTRACT_SEED,
  type ForgeContractCase,
  type ForgeHarness,
  type OutsideCommit,
} from './ForgeHarness';
