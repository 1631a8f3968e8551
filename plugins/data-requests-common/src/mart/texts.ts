import { z } from 'zod';

/** Longest free text that a field takes, in UTF-16 code units. */
export const FREE_TEXT_LIMIT = 65_536;

/** What a person writes in words; only ever the content of a string. */
export const freeText = z.string().max(FREE_TEXT_LIMIT);

/**
 * An identifier that becomes part of a file: model, column and alias names.
 *
 * @remarks
 * The schema only bounds it. Whether it is well formed is a check with a
 * message, not a parse error, because a form is previewed while it is typed.
 * The generator refuses what {@link IDENTIFIER_PATTERN} refuses.
 */
export const identifierText = z.string().max(128);

/** What an identifier must look like before a file is written. @public */
export const IDENTIFIER_PATTERN = /^[a-z][a-z0-9_]{0,62}$/;
