/**
 * Deletes the data of a stopped portal, also what is kept outside its state
 * folder: `node remove-state.mjs <state folder>`.
 */
import { removeEmbeddedPostgres } from '../postgres/postgres.mjs';

await removeEmbeddedPostgres(process.argv[2]);
